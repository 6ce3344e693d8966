package io.motengine.cli.rules;

import io.motengine.cli.rules.check.CheckCommand;
import io.motengine.cli.rules.releases.AloneCommand;
import io.motengine.cli.rules.releases.ApproveCommand;
import io.motengine.cli.rules.releases.DiffCommand;
import io.motengine.cli.rules.releases.HistoryCommand;
import io.motengine.cli.rules.releases.KeysCommand;
import io.motengine.cli.rules.releases.PublishCommand;
import io.motengine.cli.rules.releases.RollbackCommand;
import io.motengine.cli.rules.releases.StatusCommand;
import io.motengine.cli.rules.simulate.SimulateCommand;
import io.motengine.cli.rules.test.TestCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mot rules}: what a rule author does, from the first edit to a strategy that is live. */
@Command(
        name = "rules",
        description = "What rule authors do: edit, check, test, simulate, publish.",
        subcommands = {
            CheckCommand.class,
            TestCommand.class,
            SimulateCommand.class,
            PublishCommand.class,
            StatusCommand.class,
            HistoryCommand.class,
            DiffCommand.class,
            AloneCommand.class,
            ApproveCommand.class,
            RollbackCommand.class,
            KeysCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true)
public final class RulesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "rules: found no command (expected: one of those below)");
    }
}
