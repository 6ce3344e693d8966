package io.motengine.cli.rules.releases;

import io.motengine.cli.Home;
import io.motengine.cli.Refusal;
import io.motengine.cli.wire.BrokerOptions;
import io.motengine.schemas.release.ReleaseBlob;
import io.motengine.schemas.release.ReleaseFiles;
import io.motengine.schemas.release.ReleaseOrder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mot rules diff}. */
@Command(name = "diff", description = "Shows what differs between two releases, or between a release and a directory.")
public final class DiffCommand implements Callable<Integer> {
    private static final int MOST = 16 * 8_192 * 1_024;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "Id of a published release or its beginning, or a directory.")
    private String before;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "B",
            description = "The same; else the rules of this checkout.")
    private String after;

    @Mixin
    private BrokerOptions broker;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ReleaseFiles a = files(before);
        ReleaseFiles b = files(after == null ? Home.path("rules").toString() : after);
        PrintWriter out = spec.commandLine().getOut();
        if (a.equals(b)) {
            out.println("The same: " + a.id());
            return 0;
        }
        TreeSet<String> paths = new TreeSet<>(a.files().keySet());
        paths.addAll(b.files().keySet());
        paths.forEach(path -> print(out, path, lines(a, path), lines(b, path)));
        return 1;
    }

    private static List<String> lines(ReleaseFiles files, String path) {
        String text = files.files().get(path);
        return text == null ? null : text.lines().toList();
    }

    private static void print(PrintWriter out, String path, List<String> a, List<String> b) {
        if (a != null && a.equals(b)) {
            return;
        }
        out.println(a == null ? "new      " + path : b == null ? "gone     " + path : "changed  " + path);
        LineDiff.of(a == null ? List.of() : a, b == null ? List.of() : b).forEach(line -> out.println("  " + line));
    }

    private ReleaseFiles files(String named) {
        try {
            if (Files.isDirectory(Path.of(named))) {
                return ReleaseFiles.read(Path.of(named));
            }
            ReleaseTopic topic = new ReleaseTopic(broker.address());
            ReleaseOrder published = topic.history().published(named);
            byte[] blob = topic.blob(published)
                    .orElseThrow(
                            () -> new Refusal(published.release() + ": its content is not on the topic (any more)"));
            return ReleaseBlob.unpack(blob, MOST);
        } catch (IOException e) {
            throw new Refusal(e.getMessage(), e);
        }
    }
}
