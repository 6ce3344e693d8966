package io.motengine.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class Utf8Test {

    @Property(tries = 20_000)
    void agrees_withTheJdk(@ForAll("bytes") byte[] bytes) {
        assertThat(Utf8.firstBad(bytes) < 0).isEqualTo(jdkDecodes(bytes));
    }

    @Example
    void agrees_withTheJdk_onEverySequenceOfTwoBytes() {
        for (int i = 0; i < 1 << 16; i++) {
            byte[] bytes = {(byte) (i >> 8), (byte) i};
            assertThat(Utf8.firstBad(bytes) < 0).isEqualTo(jdkDecodes(bytes));
        }
    }

    @Example
    void says_where() {
        byte[] bytes = "12345678客户x".getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.firstBad(bytes)).isEqualTo(-1);
        assertThat(Utf8.firstBad(Arrays.copyOf(bytes, bytes.length - 2))).isEqualTo(11);
    }

    /** Bytes that matter: edges of the tables of RFC 3629, between stretches of ASCII. */
    @Provide
    Arbitrary<byte[]> bytes() {
        return Arbitraries.of(
                        0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
                        0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF)
                .map(Integer::byteValue)
                .array(byte[].class)
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static boolean jdkDecodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
