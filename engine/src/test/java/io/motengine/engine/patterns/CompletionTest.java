package io.motengine.engine.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CompletionTest {
    private static final Completion ANY = new Completion("", "source/1", 0);

    @Test
    void isInNoSet_thatHasNone() {
        assertThat(Completion.NONE.contains(ANY)).isFalse();
    }

    @Test
    void isTheSame_whenItsTimeHasMoved() {
        var set = Completion.set();
        set.add(ANY);

        assertThat(set.contains(new Completion("", "source/1", 1))).isTrue();
    }
}
