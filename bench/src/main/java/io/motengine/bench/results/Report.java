package io.motengine.bench.results;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a benchmark found, on which machine, from which commit, by which command: as Markdown and as JSON. */
public final class Report {
    private final String name;
    private final String title;
    private final List<String> notes = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final Ratios ratios = new Ratios();
    private Map<String, Long> settings = Map.of();

    /** The name is that of the files. */
    public Report(String name, String title) {
        this.name = name;
        this.title = title;
    }

    public void note(String text) {
        notes.add(text);
    }

    public void add(Table table) {
        tables.add(table);
    }

    /** Figures that have a target. */
    public Ratios ratios() {
        return ratios;
    }

    /** What the run was asked for, as used. */
    public void settings(Map<String, Long> used) {
        settings = Map.copyOf(used);
    }

    /** Writes both files into the folder, in place of what an earlier run left, and shows the text. */
    public void write(Path folder, String command) throws IOException {
        System.out.println(save(folder, command));
    }

    /** Writes both files; returns the text. */
    public String save(Path folder, String command) throws IOException {
        Map<String, String> machine = Machine.facts(command);
        StringBuilder text = new StringBuilder("# ").append(title).append("\n\n");
        machine.forEach((what, is) ->
                text.append("- ").append(what).append(": ").append(is).append('\n'));
        notes.forEach(note -> text.append('\n').append(note).append('\n'));
        if (!ratios.isEmpty()) {
            text.append('\n').append(ratios.table().markdown());
        }
        tables.forEach(table -> text.append('\n').append(table.markdown()));
        Map<String, Object> json = new LinkedHashMap<>(machine);
        if (!ratios.isEmpty()) {
            json.put("settings", new TreeMap<>(settings));
            json.put("ratios", ratios.json());
        }
        json.put("notes", notes);
        json.put("tables", tables.stream().map(Table::json).toList());
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".md"), text);
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve(name + ".json").toFile(), json);
        return text.toString();
    }
}
