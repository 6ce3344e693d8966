package io.motengine.cli.lists;

import static io.motengine.cli.screen.Numbers.count;

import io.motengine.cli.screen.TextTable;
import java.util.ArrayList;
import java.util.List;

/** What became of every row. */
final class ImportAccount {
    /** A file of another kind has a problem in every row; the first few say so. */
    private static final int SHOWN = 20;

    private final CustomerList list;
    private final List<String> problems = new ArrayList<>();
    private long taken;
    private long duplicates;
    private long refused;

    ImportAccount(CustomerList list) {
        this.list = list;
    }

    void taken() {
        taken++;
    }

    void duplicate() {
        duplicates++;
    }

    void refused(String problem) {
        refused++;
        if (problems.size() < SHOWN) {
            problems.add(problem);
        }
    }

    long rows() {
        return taken + duplicates + refused;
    }

    long refused() {
        return refused;
    }

    /** @param verb what happened to the rows that are good */
    List<String> lines(String verb) {
        List<String> lines = new ArrayList<>();
        lines.add(list.listed() ? list.label() + ", on until " + list.until() : list.label() + ", off");
        lines.addAll(new TextTable()
                .row("rows", count(rows()))
                .row(verb, count(taken))
                .row("duplicates", count(duplicates))
                .row("refused", count(refused))
                .lines());
        return lines;
    }

    /** One line each, with file, line, what was found and what was expected. */
    List<String> refusals() {
        List<String> lines = new ArrayList<>(problems);
        if (refused > problems.size()) {
            lines.add("and " + count(refused - problems.size()) + " more");
        }
        return lines;
    }
}
