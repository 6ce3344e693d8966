package io.motengine.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Texts of a record come back as they were, and those that banks write are short. */
final class RecordTextTest {
    /** Of all tries: what one has taught must not be seen in another. */
    private static final RecordWriter MANY_OUT = RecordWriter.ofMany(16);

    private static final RecordReader MANY_IN = RecordReader.ofMany();

    @Property
    void readsBackEveryText(@ForAll("texts") List<String> texts) {
        RecordWriter out = new RecordWriter();
        texts.forEach(out::text);
        texts.forEach(out::word);

        RecordReader in = new RecordReader(out.toBytes());

        texts.forEach(text -> assertThat(in.text()).isEqualTo(text));
        texts.forEach(text -> assertThat(in.word()).isEqualTo(text));
        assertThat(in.atEnd()).isTrue();
    }

    @Property
    void writesAndReadsTheSame_whateverOtherRecordsHad(@ForAll("texts") List<String> texts) {
        RecordWriter alone = new RecordWriter();
        texts.forEach(alone::word);
        texts.forEach(alone::text);
        texts.forEach(alone::word);

        for (int again = 0; again < 2; again++) {
            MANY_OUT.clear();
            texts.forEach(MANY_OUT::word);
            texts.forEach(MANY_OUT::text);
            texts.forEach(MANY_OUT::word);
            assertThat(MANY_OUT.toBytes()).isEqualTo(alone.toBytes());

            MANY_IN.begin(alone.toBytes(), 0, alone.size());
            texts.forEach(text -> assertThat(MANY_IN.word()).isEqualTo(text));
            texts.forEach(text -> assertThat(MANY_IN.text()).isEqualTo(text));
            texts.forEach(text -> assertThat(MANY_IN.word()).isEqualTo(text));
            assertThat(MANY_IN.atEnd()).isTrue();
        }
    }

    /** Older code may have said in UTF-8 what has become a piece: read so, it is written as a piece all the same. */
    @Example
    void writesAWordInItsOwnForm_whereItWasReadInAnother() {
        RecordWriter old = new RecordWriter();
        byte[] utf8 = "deposit".getBytes(StandardCharsets.UTF_8);
        old.number((utf8.length * 4 + 1) * 2 + 1);
        old.bytes(utf8, 0, utf8.length);
        MANY_IN.begin(old.toBytes(), 0, old.size());
        String deposit = MANY_IN.word();

        MANY_OUT.clear();
        MANY_OUT.word(deposit);

        assertThat(deposit).isEqualTo("deposit");
        assertThat(MANY_OUT.size()).isEqualTo(bytes("deposit"));
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> hex =
                Arbitraries.strings().withChars("0123456789abcdef").ofMaxLength(40);
        Arbitrary<String> digits = Arbitraries.strings().numeric().ofMaxLength(25);
        Arbitrary<String> latin = Arbitraries.strings().ascii().ofMaxLength(30);
        Arbitrary<String> chinese =
                Arbitraries.strings().withCharRange('一', '龥').withChars("-a1").ofMaxLength(12);
        Arbitrary<String> word = Arbitraries.of(
                "app-push", "deposit", "salary-invest", "Asia/Shanghai", "/core-banking/", "B-", "wealth", "-", "H");
        Arbitrary<String> uuid =
                Arbitraries.longs().tuple2().map(pair -> new UUID(pair.get1(), pair.get2()).toString());
        Arbitrary<String> mixed = Combinators.combine(word, Arbitraries.oneOf(uuid, digits, latin, hex, word, chinese))
                .as((first, second) -> first + second);
        Arbitrary<String> upperCase = uuid.map(text -> text.toUpperCase(java.util.Locale.ROOT));
        Arbitrary<String> anything = Arbitraries.strings()
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        Arbitrary<String> long1 =
                Arbitraries.strings().alpha().numeric().ofMinLength(300).ofMaxLength(700);
        return Arbitraries.oneOf(hex, digits, latin, chinese, uuid, mixed, upperCase, anything, long1)
                .injectNull(0.05)
                .list()
                .ofMaxSize(25);
    }

    @Example
    void isShort_whereBanksWriteIt() {
        assertThat(bytes("Asia/Shanghai")).isEqualTo(2);
        assertThat(bytes("salary-invest")).isEqualTo(4);
        assertThat(bytes("H12345678901")).isEqualTo(8);
        assertThat(bytes("/app/6e0e31c9-1f2a-4c5b-9e55-3a1f4a6e7b10")).isEqualTo(18);
        assertThat(bytes("0a874cac5a429017f629c946d4d86b78")).isEqualTo(17);
        assertThat(bytes("客户")).isEqualTo(7);
    }

    /** The vocabulary is part of the format: what stands in records must go on meaning the same. */
    @Example
    void meansTheSameForEver() {
        assertThat(Vocabulary.text(new byte[] {0, 99, 100, 110, (byte) 170, (byte) 171, (byte) 253}, 0, 7))
                .isEqualTo("00990a ercash");
        assertThat(Vocabulary.text(new byte[] {(byte) 255, 0, (byte) 255, (byte) 224}, 0, 4))
                .isEqualTo("USDtianjin");
    }

    @Example
    void refusesAPieceThatItDoesNotKnow() {
        assertThatThrownBy(() -> Vocabulary.text(new byte[] {(byte) 254}, 0, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("piece 254");
    }

    private static int bytes(String text) {
        RecordWriter out = new RecordWriter();
        out.text(text);
        return out.size();
    }
}
