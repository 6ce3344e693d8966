package io.motengine.cli.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.check.ReleaseCheck;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide says what the code does: {@code -Dauthoring.update=true} writes its generated sections anew. */
final class GuideTest {
    private static final boolean UPDATE = Boolean.getBoolean("authoring.update");
    private static final Path RULES = Path.of("../rules");
    private static final Pattern SECTION =
            Pattern.compile("(<!-- generated: (\\w+) -->\n\n)(.*?)(<!-- end -->)", Pattern.DOTALL);
    private static final Pattern RECIPE =
            Pattern.compile("<!-- (file|add to): (\\S+?)(?: below (\\S+))? -->\n```\\w*\n(.*?)```", Pattern.DOTALL);
    private static final int RECIPES = 10;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md"})
    void saysOfFactsKeysAndMistakes_whatTheCodeSays(String file) throws IOException {
        Path path = RULES.resolve(file);
        String guide = Files.readString(path);
        GuideSections sections = new GuideSections(file.contains(".zh."));
        StringBuilder now = new StringBuilder();
        Matcher section = SECTION.matcher(guide);
        int count = 0;
        while (section.find()) {
            String text = section.group(1) + sections.of(section.group(2)) + "\n" + section.group(4);
            section.appendReplacement(now, Matcher.quoteReplacement(text));
            count++;
        }
        section.appendTail(now);
        if (UPDATE) {
            Files.writeString(path, now);
        }

        assertThat(count).isEqualTo(6);
        assertThat(path).content().isEqualTo(now.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md"})
    void hasTenRecipes_thatCompile(String file) throws IOException {
        String guide = Files.readString(RULES.resolve(file));
        Map<String, String> files = new TreeMap<>(ReleaseFiles.read(RULES).files());
        for (Matcher recipe = RECIPE.matcher(guide); recipe.find(); ) {
            String path = recipe.group(2);
            String text = recipe.group(4);
            if (recipe.group(1).equals("file")) {
                files.put(path, text);
            } else if (recipe.group(3) != null) {
                files.merge(
                        path, text, (old, more) -> old.replace(recipe.group(3) + "\n", recipe.group(3) + "\n" + more));
            } else {
                files.merge(path, text, (old, more) -> old + "\n" + more);
            }
        }

        assertThat(guide.lines().filter(line -> line.matches("### \\d+\\. .*"))).hasSize(RECIPES);
        assertThat(ReleaseCheck.errors(ReleaseCheck.of(new ReleaseFiles(files))))
                .isEmpty();
    }

    @Test
    void saysTheSameRecipes_inBothLanguages() throws IOException {
        assertThat(recipes("README.zh.md")).isEqualTo(recipes("README.md")).isNotEmpty();
    }

    private static Map<String, String> recipes(String file) throws IOException {
        Map<String, String> recipes = new TreeMap<>();
        for (Matcher recipe = RECIPE.matcher(Files.readString(RULES.resolve(file))); recipe.find(); ) {
            recipes.merge(recipe.group(2), recipe.group(4), String::concat);
        }
        return recipes;
    }
}
