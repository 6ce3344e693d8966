package io.motengine.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;

/** Words are known again, and names that come once do not drive them out. */
final class TextsTest {
    private static final int NAMES = 50_000;

    private final Texts texts = new Texts();

    @Example
    void knowsWordsThatEveryRecordHas_afterAnyNumberOfNames() {
        byte[] deposit = bytes("a form of deposit");
        texts.keepForm("deposit", deposit);
        texts.keepText("deposit", deposit, 0, deposit.length);

        for (int name = 0; name < NAMES; name++) {
            byte[] form = bytes("a form of C" + name);
            texts.keepForm("C" + name, form);
            texts.keepText("C" + name, form, 0, form.length);
            assertThat(texts.form("deposit")).isSameAs(deposit);
            assertThat(texts.text(deposit, 0, deposit.length)).isEqualTo("deposit");
        }
    }

    @Example
    void forgetsNames() {
        for (int name = 0; name < NAMES; name++) {
            texts.keepForm("C" + name, bytes("C" + name));
        }

        assertThat(known()).isLessThan(NAMES / 10).isPositive();
    }

    @Example
    void takesInAWord_inPlaceOfOneThatHasNotBeenMetForLong() {
        for (int name = 0; name < NAMES; name++) {
            texts.keepForm("C" + name, bytes("C" + name));
            texts.form("C" + name);
        }
        for (int i = 0; i < 10 && texts.form("deposit") == null; i++) {
            texts.keepForm("deposit", bytes("deposit"));
        }

        assertThat(texts.form("deposit")).isEqualTo(bytes("deposit"));
    }

    private int known() {
        int known = 0;
        for (int name = 0; name < NAMES; name++) {
            known += texts.form("C" + name) == null ? 0 : 1;
        }
        return known;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
