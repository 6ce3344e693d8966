package io.motengine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.release.Release;
import io.motengine.engine.strategies.Rung;
import io.motengine.engine.strategies.StrategyCard;
import org.junit.jupiter.api.Test;

/** A branch runs its own variant of a card, everybody else the card as head office wrote it. */
final class BranchVariantsTest {
    @Test
    void runsTheVariant_atItsBranchOnly() {
        TestRelease files = new TestRelease();
        String greetAll = files.files().files().get("strategies/greet-all.yaml");
        Release release = files.with(
                        "strategies/greet-all.yaml",
                        greetAll + "variation: { may: [ladder, priority], priority: { from: 20, to: 40 } }\n")
                .with("branches/east.yaml", "- { card: greet-all, ladder: [person], priority: 35 }\n")
                .compile();

        StrategyCard east = release.card("greet-all", "east");
        StrategyCard west = release.card("greet-all", "west");

        assertThat(east.variant()).isEqualTo("east");
        assertThat(east.ladder()).containsExactly(Rung.of("person"));
        assertThat(east.priority()).isEqualTo(35);
        assertThat(east.content()).isEqualTo("hello");
        assertThat(west)
                .isEqualTo(release.card("greet-all", null))
                .isSameAs(release.cards().get("greet-all"));
        assertThat(west.variant()).isNull();
        assertThat(release.card("greet-gold", "east").variant()).isNull();
        assertThat(release.card("no-such", "east")).isNull();
    }
}
