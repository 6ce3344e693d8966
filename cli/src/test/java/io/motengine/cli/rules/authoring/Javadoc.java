package io.motengine.cli.rules.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the sources say of a record and its components: the words that schemas and guide give to authors. */
final class Javadoc {
    private static final List<Path> SOURCES =
            List.of(Path.of("../engine/src/main/java"), Path.of("../schemas/src/main/java"));
    private static final Pattern TAG = Pattern.compile("\\{@(?:code|link|linkplain) ([^}]*)}");

    private final String summary;
    private final Map<String, String> parameters = new HashMap<>();

    private Javadoc(String comment) {
        String[] parts = comment.split("(?=@param |@throws |@return )", -1);
        summary = plain(parts[0].split("<p>", -1)[0]);
        for (String part : parts) {
            Matcher parameter =
                    Pattern.compile("@param (\\w+) (.*)", Pattern.DOTALL).matcher(part);
            if (parameter.matches()) {
                parameters.put(parameter.group(1), plain(parameter.group(2)));
            }
        }
    }

    /** Of a record; empty if its source has none. */
    static Javadoc of(Class<?> type) {
        Class<?> outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        for (Path root : SOURCES) {
            Path file = root.resolve(outer.getName().replace('.', '/') + ".java");
            if (Files.exists(file)) {
                return new Javadoc(comment(text(file), type.getSimpleName()));
            }
        }
        return new Javadoc("");
    }

    private static String comment(String source, String name) {
        Matcher declared = Pattern.compile("(?:record|class|enum|interface) " + name + "\\b")
                .matcher(source);
        if (!declared.find()) {
            return "";
        }
        int end = source.lastIndexOf("*/", declared.start());
        int begin = source.lastIndexOf("/**", declared.start());
        boolean beside =
                end > begin && source.substring(end + 2, declared.start()).matches("(?s)[\\s\\w@(){}\".,=]*");
        return begin < 0 || !beside ? "" : source.substring(begin + 3, end).replaceAll("(?m)^\\s*\\* ?", "");
    }

    private static String plain(String words) {
        return TAG.matcher(words)
                .replaceAll(tag -> Matcher.quoteReplacement(tag.group(1).replace("#", "")))
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String summary() {
        return summary;
    }

    /** Of a component; empty if none is written. */
    String of(String component) {
        return parameters.getOrDefault(component, "");
    }
}
