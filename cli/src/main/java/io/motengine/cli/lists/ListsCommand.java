package io.motengine.cli.lists;

import picocli.CommandLine.Command;

/** {@code mot lists}. */
@Command(
        name = "lists",
        description = "Campaigns by list (名单制): who is on which list.",
        subcommands = ImportCommand.class,
        synopsisSubcommandLabel = "import")
public final class ListsCommand {}
