package io.motengine.schemas.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.schemas.action.ActionCancelled;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void word_isShortAndOnOneLine() {
        assertThat(Words.isWord("客户 C-1")).isTrue();
        assertThat(Words.isWord("x".repeat(256))).isTrue();
        assertThat(Words.isWord("😀".repeat(256))).isTrue();
        assertThat(Words.isWord("")).isFalse();
        assertThat(Words.isWord("x".repeat(257))).isFalse();
        assertThat(Words.isWord("😀".repeat(257))).isFalse();
        assertThat(Words.isWord("a\u0085b")).isFalse();
    }

    @Test
    void text_hasWholeCharacters() {
        assertThat(Words.isText("a\n😀")).isTrue();
        assertThat(Words.isText("\ud83d")).isFalse();
        assertThat(Words.isText("\ude00\ud83d")).isFalse();
        assertThat(Words.isText("a\0")).isFalse();
    }

    @Test
    void textCutInTheMiddleOfACharacter_isWrittenAllTheSame() throws BadEventException {
        String cut = "😀".substring(0, 1);

        byte[] written = ActionCodec.write(new ActionCancelled("id", Instant.EPOCH, "c", "a", "sms", "s", "r" + cut));

        assertThat(new String(written, UTF_8)).contains("\"reason\":\"r\uFFFD\"");
        assertThat(ActionCodec.read(written).id()).isEqualTo("id");
    }
}
