package io.motengine.cli;

import io.motengine.cli.demo.DemoCommand;
import io.motengine.cli.explain.ExplainCommand;
import io.motengine.cli.lists.ListsCommand;
import io.motengine.cli.replay.ReplayCommand;
import io.motengine.cli.rules.RulesCommand;
import io.motengine.cli.stops.ResumeCommand;
import io.motengine.cli.stops.StopCommand;
import io.motengine.cli.stops.StopsCommand;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;

/** The {@code mot} command. Exit codes: 0 well, 1 not well, 2 cannot do what was asked, and a sentence says why. */
@Command(
        name = "mot",
        description = "Recognises a bank customer's moments of truth and answers each with one next best action.",
        subcommands = {
            DemoCommand.class,
            ReplayCommand.class,
            ListsCommand.class,
            ExplainCommand.class,
            RulesCommand.class,
            StopCommand.class,
            ResumeCommand.class,
            StopsCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "mot-engine 0.1.0-SNAPSHOT")
public final class Mot {
    private Mot() {}

    public static void main(String[] args) {
        System.setProperty("log4j2.configurationFile", "log4j2-mot.xml");
        System.exit(commandLine().execute(args));
    }

    /** Every command says how it is used when asked, wherever the question stands. */
    private static void helps(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null) {
            command.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Shows this.")
                            .build());
        }
        command.getSubcommands().values().forEach(Mot::helps);
    }

    static CommandLine commandLine() {
        return commandLine(CommandLine.defaultFactory());
    }

    /** With commands that somebody else makes. */
    static CommandLine commandLine(CommandLine.IFactory commands) {
        CommandLine mot = new CommandLine(new Mot(), commands);
        helps(mot);
        return mot.setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, new DurationConverter())
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (!(e instanceof Refusal)) {
                        throw e;
                    }
                    PrintWriter err = command.getErr();
                    err.println("mot: " + e.getMessage());
                    err.flush();
                    return CommandLine.ExitCode.USAGE;
                });
    }
}
