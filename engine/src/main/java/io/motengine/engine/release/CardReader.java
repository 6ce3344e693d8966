package io.motengine.engine.release;

import com.fasterxml.jackson.core.type.TypeReference;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads strategy cards: one file each, named after the card. */
final class CardReader {
    private static final String FOLDER = "strategies";

    private final ReleaseFiles files;
    private final List<Finding> findings;

    CardReader(ReleaseFiles files, List<Finding> findings) {
        this.files = files;
        this.findings = findings;
    }

    static String path(String id) {
        return FOLDER + "/" + id + ".yaml";
    }

    Map<String, StrategyCard> read() {
        Map<String, StrategyCard> cards = new TreeMap<>();
        ReleaseCompiler.folder(files, FOLDER)
                .forEach((path, text) -> ReleaseYaml.read(path, text, new TypeReference<StrategyCard>() {}, findings)
                        .ifPresent(card -> {
                            if (!path.equals(path(String.valueOf(card.id())))) {
                                findings.add(new Finding(
                                        path,
                                        Lines.of(text, "id:"),
                                        0,
                                        "id: " + card.id() + " (expected: the file's name, "
                                                + path.substring(FOLDER.length() + 1)
                                                        .replace(".yaml", "") + ")"));
                            } else {
                                cards.put(card.id(), card);
                            }
                        }));
        return cards;
    }
}
