package io.motengine.rules;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Spoils the bytes of an event, one seeded way after the other. */
final class Mutations {
    private static final Pattern VALUE = Pattern.compile("(?<=: ?)(\"[^\"]*\"|-?[0-9.]+|true|false|null)");
    private static final Pattern MEMBER = Pattern.compile("\"[A-Za-z]+\" ?: ?(\"[^\"]*\"|-?[0-9.]+)");
    private static final Pattern TIME = Pattern.compile("\"time\" ?: ?\"[^\"]*\"");
    private static final Pattern CURRENCY = Pattern.compile("\"currency\" ?: ?\"[^\"]*\"");
    private static final String[] VALUES = {
        "null",
        "true",
        "0",
        "-1",
        "1e400",
        "12345678901234567890123456789",
        "NaN",
        "[]",
        "{}",
        "[[1]]",
        "{\"a\":1}",
        "\"\"",
        "\" \"",
        "\"9999999999999999\"",
        "\"99999999999999.99\"",
        "\"-0.00\"",
        "\"1,000.00\"",
        "\"0x10\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\\u202e工资😀\"",
        "\"9999-12-31\"",
        "\"1800-01-01\"",
        "\"2026-02-30\"",
        "\"../../etc/passwd\"",
        "\"'; drop table customer; --\"",
        "\"{amount}$1\\\\\""
    };
    private static final String[] TIMES = {
        "1900-01-01T00:00:00Z",
        "2199-12-31T23:59:59Z",
        "2026-02-30T00:00:00Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T09:30:00",
        "-0001-01-01T00:00:00Z",
        "2026-01-31T23:59:60+08:00",
        "2026-01-31T09:30:00.123456789012345+23:59",
        "1769823000000",
        "now"
    };
    private static final String[] CURRENCIES = {"USD", "JPY", "KWD", "XXX", "cny", "", "CNYY", "XAU", "CZK"};
    private static final List<byte[]> NOT_UTF8 = List.of(
            new byte[] {(byte) 0xff},
            new byte[] {(byte) 0xc0, (byte) 0x80},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            new byte[] {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
            new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
    private static final int MIB = 1 << 20;

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    /** One way or another; the same event may also come out as it was. */
    byte[] of(byte[] event) {
        return switch (random.nextInt(15)) {
            case 0 -> flipped(event);
            case 1 -> cut(event);
            case 2 -> with(event, NOT_UTF8.get(random.nextInt(NOT_UTF8.size())));
            case 3 -> bytes(replaced(text(event), MEMBER, MatchResult::group, ", "));
            case 4, 5, 6 -> bytes(replaced(text(event), VALUE, found -> one(VALUES), ""));
            case 7 -> bytes(replaced(text(event), VALUE, found -> swapped(found.group()), ""));
            case 8 -> bytes(replaced(text(event), TIME, found -> "\"time\":\"" + one(TIMES) + "\"", ""));
            case 9 -> bytes(replaced(text(event), CURRENCY, found -> "\"currency\":\"" + one(CURRENCIES) + "\"", ""));
            case 10 -> bytes(replaced(text(event), VALUE, found -> nested(), ""));
            case 11 -> bytes(replaced(text(event), VALUE, found -> longText(), ""));
            case 12 -> bytes(replaced(text(event), MEMBER, found -> "\"unknown\":[1,{\"x\":null}]", ""));
            case 13 -> with(event, text(event).substring(random.nextInt(20)).getBytes(StandardCharsets.UTF_8));
            default -> event;
        };
    }

    private byte[] flipped(byte[] event) {
        byte[] spoilt = event.clone();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return spoilt;
    }

    private byte[] cut(byte[] event) {
        return Arrays.copyOf(event, random.nextInt(event.length));
    }

    private byte[] with(byte[] event, byte[] more) {
        int at = random.nextInt(event.length + 1);
        byte[] longer = new byte[event.length + more.length];
        System.arraycopy(event, 0, longer, 0, at);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(event, at, longer, at + more.length, event.length - at);
        return longer;
    }

    /** Replaces one match; with {@code between}, what comes instead is put beside it. */
    private String replaced(String text, Pattern what, Function<MatchResult, String> by, String between) {
        List<MatchResult> found = what.matcher(text).results().toList();
        if (found.isEmpty()) {
            return text;
        }
        MatchResult match = found.get(random.nextInt(found.size()));
        String kept = between.isEmpty() ? "" : match.group() + between;
        return text.substring(0, match.start()) + kept + by.apply(match) + text.substring(match.end());
    }

    /** A string becomes a number or a bare word, anything else a string. */
    private static String swapped(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1) : '"' + value + '"';
    }

    private String nested() {
        int depth = random.nextInt(4) == 0 ? 5_000 : random.nextInt(40);
        return random.nextBoolean()
                ? "[".repeat(depth) + "]".repeat(depth)
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    /** Around each limit, and a few times beyond the largest. */
    private String longText() {
        int length = random.nextInt(200) == 0 ? MIB + random.nextInt(MIB) : one(255, 256, 257, 16_385, 70_000);
        return '"' + one("a", "理").repeat(length) + '"';
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String text(byte[] event) {
        return new String(event, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
