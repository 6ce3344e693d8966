package io.motengine.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WidthTest {
    @Test
    void countsTwoColumns_forAChineseCharacter() {
        assertThat(Width.of("工资到账")).isEqualTo(8);
        assertThat(Width.of("ok 工资")).isEqualTo(7);
    }

    @Test
    void neverSplitsACharacter_whenCutting() {
        assertThat(Width.cut("工资到账提醒", 8)).isEqualTo("工资到…");
        assertThat(Width.of(Width.cut("工资到账提醒", 8))).isEqualTo(7);
        assertThat(Width.left("工资到账提醒", 8)).isEqualTo("工资到… ");
    }

    @Test
    void leavesAlone_whatFits() {
        assertThat(Width.cut("工资到账", 8)).isEqualTo("工资到账");
        assertThat(Width.cut("", 0)).isEmpty();
    }

    @Test
    void alignsFiguresRight_andWordsLeft() {
        assertThat(new TextTable()
                        .row("短信", "7", "x")
                        .row("app-push", "1,234", "longer")
                        .lines())
                .containsExactly("  短信          7  x", "  app-push  1,234  longer");
    }

    @Test
    void keepsTheEnd() {
        assertThat(Width.tail("工资到账", 8)).isEqualTo("工资到账");
        assertThat(Width.tail("工资到账", 7)).isEqualTo("…资到账");
        assertThat(Width.tail("工资到账", 6)).isEqualTo("…到账");
        assertThat(Width.tail("abc", 0)).isEmpty();
    }

    @Test
    void keepsControlCharactersFromTheTerminal() {
        assertThat(Width.printable("a\u001b[2Jb\nc")).isEqualTo("a [2Jb c");
    }
}
