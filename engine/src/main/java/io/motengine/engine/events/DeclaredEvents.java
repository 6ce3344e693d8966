package io.motengine.engine.events;

import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.rules.FactCompiler;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The event types that a release declares: files in {@code events/} with nothing but
 *
 * <pre>
 * declare CardBlocked @event("bank.card.blocked.v1")
 *     cardId : String
 *     amount : Money
 * end
 * </pre>
 *
 * <p>Fields are {@code String}, {@code long}, {@code int}, {@code boolean}, {@code Money} or {@code LocalDate}, named as on the
 * wire. Events of a declared type never drive time.
 */
public final class DeclaredEvents {
    private static final String FOLDER = "events/";

    private final List<DeclaredEvent> declared;

    private DeclaredEvents(List<DeclaredEvent> declared) {
        this.declared = declared;
    }

    /** Reads the declarations; adds what is wrong with them to the findings. */
    public static DeclaredEvents read(ReleaseFiles files, List<Finding> findings) {
        DeclaredNames names = new DeclaredNames();
        List<DeclaredEvent> declared = new ArrayList<>();
        files.files().forEach((path, text) -> {
            if (path.startsWith(FOLDER) && path.endsWith(".drl")) {
                declared.addAll(new DeclaredEventReader(path, text, names, findings).read());
            }
        });
        return new DeclaredEvents(declared);
    }

    /**
     * Makes the classes of the facts; nothing must have been found wrong.
     *
     * @param releaseId names the build
     */
    public KnownEvents compile(String releaseId) {
        if (declared.isEmpty()) {
            return KnownEvents.OF_THE_CONTRACT;
        }
        Map<String, String> sources = new TreeMap<>();
        declared.forEach(event -> sources.put(event.className(), event.source()));
        return new KnownEvents(declared, FactCompiler.compile(releaseId, sources));
    }
}
