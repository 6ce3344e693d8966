package io.motengine.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class RecordTest {
    @Property
    void readsBackWhatWasWritten(
            @ForAll List<Long> numbers, @ForAll List<String> words, @ForAll int hash, @ForAll boolean flag) {
        RecordWriter out = new RecordWriter();
        numbers.forEach(out::number);
        numbers.forEach(out::signed);
        words.forEach(out::word);
        words.forEach(out::word);
        words.forEach(out::text);
        out.word(null);
        out.text(null);
        out.hash32(hash);
        out.flag(flag);
        out.block(new byte[] {1, 2, 3});

        RecordReader in = new RecordReader(out.toBytes());

        numbers.forEach(number -> assertThat(in.number()).isEqualTo(number));
        numbers.forEach(number -> assertThat(in.signed()).isEqualTo(number));
        words.forEach(word -> assertThat(in.word()).isEqualTo(valid(word)));
        words.forEach(word -> assertThat(in.word()).isEqualTo(valid(word)));
        words.forEach(word -> assertThat(in.text()).isEqualTo(valid(word)));
        assertThat(in.word()).isNull();
        assertThat(in.text()).isNull();
        assertThat(in.hash32()).isEqualTo(hash);
        assertThat(in.flag()).isEqualTo(flag);
        assertThat(in.block()).containsExactly(1, 2, 3);
        assertThat(in.atEnd()).isTrue();
    }

    /** Half a character cannot be written as UTF-8 and comes back as a question mark. */
    private static String valid(String word) {
        return new String(
                word.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void aWordTakesAByteTheSecondTime() {
        RecordWriter out = new RecordWriter();
        out.word("app-push");
        int first = out.size();
        out.word("app-push");

        assertThat(out.size() - first).isOne();
    }

    @Test
    void refusesARecordThatEndsTooEarly() {
        RecordWriter out = new RecordWriter();
        out.text("no bank would say so");
        byte[] cut = java.util.Arrays.copyOf(out.toBytes(), 4);

        assertThatThrownBy(() -> new RecordReader(cut).text())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("record:");
    }
}
