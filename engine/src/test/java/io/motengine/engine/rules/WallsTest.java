package io.motengine.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.motengine.engine.TestRelease;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.release.ReleaseException;
import io.motengine.engine.release.ReleaseException.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A release is refused with its file and line before anything of it is compiled, wherever in it an idea is tried. */
final class WallsTest {
    @AfterAll
    static void nothingHasHappened() {
        assertThat(HostileIdeas.FILE).doesNotExist();
        assertThat(System.getProperty(HostileIdeas.PROPERTY)).isNull();
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain(HostileIdeas.THREAD);
    }

    @ParameterizedTest
    @EnumSource(HostilePlace.class)
    void refuse_everyIdea_inEveryPlace(HostilePlace place) {
        List<String> wrong = new ArrayList<>();
        HostileIdeas.all().forEach((idea, expression) -> {
            List<Finding> findings = findings(release(place, expression));
            boolean refused = findings.stream()
                    .anyMatch(finding -> finding.file().equals(place.file()) && place.isAt(finding.line()));
            boolean byTheFirst = findings.stream().allMatch(WallsTest::isOfTheSyntax);
            if (!refused || !byTheFirst) {
                wrong.add(idea + ": " + findings);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static boolean isOfTheSyntax(Finding finding) {
        return !finding.message().contains("compile")
                && (finding.message().contains("(expected: ") || finding.message().startsWith("[ERR "));
    }

    private static TestRelease release(HostilePlace place, String expression) {
        TestRelease release = new TestRelease();
        return place == HostilePlace.AUDIENCE
                ? release.card("hostile", "inflow", 20, "'" + expression.replace("'", "''") + "'")
                : release.with(place.file(), place.text(expression));
    }

    static Stream<HostileTexts.Text> texts() {
        return HostileTexts.all().stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void refuse_aFileThatIsMoreThanRules(HostileTexts.Text text) {
        assertThat(findings(new TestRelease().with("moments/hostile.drl", text.drl())))
                .anySatisfy(finding -> {
                    assertThat(finding.file()).isEqualTo("moments/hostile.drl");
                    assertThat(finding.line()).isEqualTo(text.line());
                    assertThat(finding.message()).contains(text.found());
                });
    }

    @Test
    void areMany() {
        assertThat(HostileIdeas.all()).hasSizeGreaterThan(40);
    }

    static List<Finding> findings(TestRelease release) {
        ReleaseException refused =
                catchThrowableOfType(ReleaseException.class, () -> ReleaseCompiler.compile(release.files()));
        return refused == null ? List.of() : refused.findings();
    }
}
