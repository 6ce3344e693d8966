package io.motengine.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.motengine.schemas.Contract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTokensTest {
    private static final int ROUNDS = 60_000;
    private static final JsonFactory FACTORY = new JsonFactory();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " { \"a\" : [ ] , \"b\" : { \"c\" : [ 1 , -0.50 , true , false , null ] } } ",
                "{\"名\":\"真情一刻\",\"id\":\"0123456789012345678901234567890123456789\"}",
                "{\"n\":123456789012345678,\"m\":-0}"
            })
    void readsWhatMachinesWrite(String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(all(new PlainTokens(bytes))).isEqualTo(parsed(bytes)).isNotEmpty();
        assertThat(skipped(new PlainTokens(bytes))).isEqualTo(trimmed(bytes));
    }

    @Test
    void seesWhatTheParserSees_ofWhateverItReads() throws Exception {
        Random random = new Random(20_261_130);
        List<byte[]> examples =
                Contract.eventTypes().stream().map(Contract::example).toList();
        int plain = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] json = examples.get(round % examples.size());
            for (int i = random.nextInt(3); i > 0; i--) {
                json = FuzzTest.mutate(json, random);
            }
            if (Utf8.firstBad(json) < 0) {
                List<Object> seen = plain(json);
                if (seen != null) {
                    plain++;
                    assertThat(seen)
                            .as(new String(json, StandardCharsets.UTF_8))
                            .isEqualTo(parsed(json));
                }
            }
        }
        assertThat(plain).isBetween(ROUNDS / 3, ROUNDS - ROUNDS / 10);
    }

    private static List<Object> plain(byte[] json) {
        try {
            return all(new PlainTokens(json));
        } catch (IOException e) {
            return null;
        }
    }

    private static List<Object> parsed(byte[] json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            return all(new ParsedTokens(parser));
        }
    }

    /** Of an object, to the end of the text. */
    private static List<Object> all(Tokens tokens) throws IOException {
        List<Object> seen = new ArrayList<>();
        JsonToken token = tokens.next();
        value(token, tokens, seen);
        seen.add(String.valueOf(tokens.next()));
        return seen;
    }

    private static void value(JsonToken token, Tokens tokens, List<Object> seen) throws IOException {
        seen.add(String.valueOf(token));
        if (token == JsonToken.START_OBJECT) {
            for (String name = tokens.nextName(); name != null; name = tokens.nextName()) {
                seen.add(name);
                value(tokens.next(), tokens, seen);
            }
        } else if (token == JsonToken.START_ARRAY) {
            for (JsonToken item = tokens.next(); item != JsonToken.END_ARRAY; item = tokens.next()) {
                value(item, tokens, seen);
            }
        } else if (token == JsonToken.VALUE_NUMBER_INT) {
            seen.add(tokens.number());
        }
        if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_FLOAT) {
            seen.add(tokens.text());
        }
    }

    private static int skipped(Tokens tokens) throws IOException {
        assertThat(tokens.next()).isEqualTo(JsonToken.START_OBJECT);
        int end = tokens.skipChildren();
        assertThat(tokens.next()).isNull();
        return end;
    }

    private static int trimmed(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).stripTrailing().getBytes(StandardCharsets.UTF_8).length;
    }
}
