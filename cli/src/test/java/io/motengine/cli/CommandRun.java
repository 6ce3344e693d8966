package io.motengine.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** What a command said, run inside the test's process. */
public record CommandRun(int code, String out, String err) {
    public static CommandRun of(String command, String... args) {
        return of(command, args, new String[0]);
    }

    /** With more arguments behind the first ones. */
    public static CommandRun of(String command, String[] args, String... more) {
        return of(CommandLine.defaultFactory(), command, args, more);
    }

    /** With commands that the test makes. */
    public static CommandRun of(CommandLine.IFactory commands, String command, String[] args, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Mot.commandLine(commands);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(Arrays.asList(args));
        all.addAll(Arrays.asList(more));
        int code = line.execute(all.toArray(String[]::new));
        return new CommandRun(code, out.toString(), err.toString());
    }
}
