package io.motengine.cli.explain;

import io.motengine.cli.Refusal;
import io.motengine.cli.screen.Numbers;
import io.motengine.cli.screen.Stages;
import io.motengine.cli.screen.Terminal;
import io.motengine.cli.screen.Width;
import io.motengine.cli.wire.BrokerOptions;
import io.motengine.schemas.action.ActionIssued;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mot explain}. */
@Command(
        name = "explain",
        description =
                "Says in plain words what was decided and why, and why nothing was sent. Exit code 1 if nothing is found.")
public final class ExplainCommand implements Callable<Integer> {
    private static final int NARROW = 40;

    @Parameters(paramLabel = "ID", description = "Of an action, a decision, a customer or a strategy.")
    private String id;

    @Option(
            names = "--from",
            paramLabel = "<file>",
            description = "decisions.jsonl of ./mot replay --out, or its folder, instead of a broker.")
    private Path from;

    @Option(names = "--language", paramLabel = "zh|en", description = "Else that of the system.")
    private Words.Language language = Words.Language.ofSystem();

    @Option(
            names = "--last",
            paramLabel = "<count>",
            defaultValue = "3",
            description =
                    "So many decisions of a customer or on a strategy, the newest, and of a strategy those first in"
                            + " which it was issued (${DEFAULT-VALUE}).")
    private int last;

    @Option(
            names = "--zone",
            paramLabel = "<zone>",
            description = "Of the times shown, such as Asia/Shanghai; else that of the system.")
    private ZoneId zone = ZoneId.systemDefault();

    @Mixin
    private BrokerOptions broker;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (id.isBlank()) {
            throw new Refusal("ID: blank (expected: the id of an action, a decision, a customer or a strategy)");
        }
        if (last < 1) {
            throw new Refusal("--last: " + last + " (expected: 1 or more)");
        }
        Records records = from == null ? new BrokerRecords(broker.address()) : new FileRecords(from);
        Terminal terminal = Terminal.current();
        Stages stages = new Stages(System.out, terminal);
        Search.Found found = new Search(records, stages, System::nanoTime).find(id, last);
        if (terminal.interactive()) {
            stages.doing("");
        }
        return tell(found, records, terminal) ? 0 : 1;
    }

    private boolean tell(Search.Found found, Records records, Terminal terminal) {
        Words words = new Words(language);
        int labels = words.keys().stream()
                        .filter(key -> key.startsWith("label."))
                        .mapToInt(key -> Width.of(words.say(key)))
                        .max()
                        .orElseThrow()
                + 2;
        Page page = new Page(Math.max(NARROW, terminal.columns()), labels);
        Explanation explanation = new Explanation(words, found.followUps(), zone, page);
        ActionIssued alone = found.followUps().issued(id);
        found.decisions().forEach(explanation::tell);
        if (found.decisions().isEmpty() && alone != null) {
            explanation.tell(alone);
        }
        PrintWriter out = spec.commandLine().getOut();
        page.lines().forEach(out::println);
        out.flush();
        if (!page.lines().isEmpty()) {
            return true;
        }
        spec.commandLine()
                .getErr()
                .println("mot: "
                        + Width.printable(words.say("notFound", id, Numbers.count(found.searched()), records.place())));
        return false;
    }
}
