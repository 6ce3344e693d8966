package io.motengine.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.governance.Layer;
import io.motengine.engine.governance.Reason;
import io.motengine.schemas.event.Feedback;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WordsTest {
    @ParameterizedTest
    @EnumSource(Words.Language.class)
    void haveOneForEveryReasonLayerAndOutcome(Words.Language language) {
        List<String> needed = Stream.of(
                        Arrays.stream(Reason.values()).map(reason -> "reason." + reason.code()),
                        Arrays.stream(Layer.values()).map(layer -> "layer." + layer.code()),
                        Arrays.stream(Feedback.Outcome.values()).map(WordsTest::key))
                .flatMap(keys -> keys)
                .toList();

        assertThat(new Words(language).keys()).containsAll(needed);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void areTheirOwnInEachLanguage(Reason reason) {
        String english = new Words(Words.Language.en).of("reason", reason.code());
        String chinese = new Words(Words.Language.zh).of("reason", reason.code());

        assertThat(english).isNotEqualTo(reason.code()).doesNotContain("''");
        assertThat(chinese.codePoints().anyMatch(Character::isIdeographic)).isTrue();
    }

    private static String key(Feedback.Outcome outcome) {
        return "outcome." + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Test
    void areTheSameInBothLanguages() {
        assertThat(new Words(Words.Language.zh).keys()).isEqualTo(new Words(Words.Language.en).keys());
    }

    @Test
    void leaveACodeOfALaterReleaseAsItIs() {
        assertThat(new Words(Words.Language.zh).of("reason", "moon-phase")).isEqualTo("moon-phase");
    }
}
