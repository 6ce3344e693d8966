package io.motengine.bench.sections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final List<String> SECTIONS = List.of("throughput", "latency");

    @Test
    void tells_sectionsContestantsAndNumbersApart() {
        Words words = of("latency", "customers=20_000", "only=engine,siddhi", "throughput");
        assertThat(words.sections()).containsExactly("latency", "throughput");
        assertThat(words.only()).containsExactly("engine", "siddhi");
        assertThat(words.numbers()).containsExactly("customers=20_000");
    }

    @Test
    void refuses_aContestantThatThereIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("only=spark"))
                .withMessageStartingWith("contestant: spark (expected: one of [limit, engine, bare,");
    }

    @Test
    void refuses_bareWithoutTheEngine_whoseOutputsItCopies() {
        assertThatIllegalArgumentException().isThrownBy(() -> of("only=bare")).withMessageContaining("engine too");
    }

    @Test
    void refuses_aSectionThatThereIsNot() {
        assertThatIllegalArgumentException().isThrownBy(() -> of("speed")).withMessageStartingWith("speed (expected:");
    }

    private static Words of(String... arguments) {
        return Words.of(arguments, SECTIONS);
    }
}
