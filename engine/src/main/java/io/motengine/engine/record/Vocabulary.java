package io.motengine.engine.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pieces of text that take one byte or two in a record: pairs of digits, letters, and what banks say often.
 *
 * <p>Part of the format: a piece never changes its number. New ones may be appended to the second page, which older code then
 * cannot read.
 */
final class Vocabulary {
    /** The first byte of a piece of the second page. */
    static final int SECOND = 255;

    /** Not to be said in pieces. */
    static final int NONE = -1;

    private static final short NO_PIECE = -1;
    private static final short LONGER = -2;

    private static final int DIGIT_PAIRS = 100;
    private static final int ASCII = 128;

    private static final String SIGNS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-/_.:+#@ ";

    private static final String FIRST_PAGE = """
            er on an re in th at en st ar or es al ed ti it nt de le ing ion ent
            app-push in-app sms wecom rm-task call CNY person company zh Asia/Shanghai
            deposit wealth loan card fund gold insurance credit payroll salary mortgage
            prospect first-contact honeymoon rising mature at-risk dormant won-back lost
            mid-to-high-end private-banking strategic value basic
            inflow outflow welcome notice invest save renew maturity resume advice keep step tier
            /app/ /core-banking/ B- RM- active smart steady growth plan consumer corporate cash
            """;

    private static final String SECOND_PAGE = """
            USD EUR HKD JPY GBP AUD SGD MOP TWD Asia/ Europe/ America/ Hong_Kong Chongqing Urumqi Macau Taipei
            zh-CN zh-HK en-US email letter branch phone push wechat mini-program counter machine robot app web
            debit saving savings pension pensioner annuity metal foreign exchange currency structured money-market
            bond stock securities equity index trust family office premium gold-plan personal housing auto car
            instalment instalments repayment limit bill payment merchant dealer farmer settlement supply-chain
            owner employee employer payer receiver parent group referrer referred member-of spouse child
            student senior silver-haired parents middle-class small-business traveller overseas
            large small high low new old unusual missed late early open opened closed close submit started abandoned
            complaint contact visit ticket view viewed thrice bought considered watched idle kept left
            birthday anniversary wish thanks answer wake bind first second third login form application onboarding
            spring summer autumn winter festival new-year national campaign list coupon points gift lottery
            daily weekly monthly quarterly yearly day week month year days
            offer upgrade downgrade renewal reminder survey follow-up cross-sell up-sell retain winback invite refer
            transfer deposit- wealth- salary- loan- card- -welcome -notice -invest -renew -resume -advice
            /channels/ /branches/ /holdings/ /customer-master /service /credit /crm /internal /web openid: device: phone:
            bank service credit-card debit-card term-deposit demand large-credit marketing product customer account
            male female unknown single married good normal frozen blocked deceased minor vip
            beijing shanghai guangzhou shenzhen chengdu hangzhou wuhan nanjing tianjin
            """;

    private static final List<String> FIRST = firstPage();
    private static final List<String> SECONDS = words(SECOND_PAGE);

    private static final int LONGEST = longest();

    /** What each piece says, by its number, {@link #LONGEST} bytes a piece: texts are put together without a look at objects. */
    private static final byte[] SAID = new byte[(SECOND + ASCII * 2) * LONGEST];

    private static final byte[] LENGTHS = new byte[SECOND + ASCII * 2];

    /** By the first two characters, the longest piece first. */
    private static final Piece[][] BY_BEGINNING = new Piece[ASCII * ASCII][];

    /** By two characters: the piece that says them and no more, if no longer one begins so. Names are mostly pairs of digits. */
    private static final short[] BY_PAIR = new short[ASCII * ASCII];

    private static final short[] BY_SIGN = new short[ASCII];

    private record Piece(String text, int number) {}

    static {
        if (FIRST.size() > SECOND || SECONDS.size() > ASCII * 2) {
            throw new IllegalStateException("vocabulary: more pieces than numbers");
        }
        Arrays.fill(BY_SIGN, NO_PIECE);
        Arrays.fill(BY_PAIR, NO_PIECE);
        for (int number = 0; number < FIRST.size() + SECONDS.size(); number++) {
            String text = number < FIRST.size() ? FIRST.get(number) : SECONDS.get(number - FIRST.size());
            index(text, number < FIRST.size() ? number : SECOND + number - FIRST.size());
        }
    }

    private Vocabulary() {}

    private static List<String> firstPage() {
        List<String> pieces = new ArrayList<>();
        for (int pair = 0; pair < DIGIT_PAIRS; pair++) {
            pieces.add("" + pair / 10 + pair % 10);
        }
        SIGNS.chars().forEach(sign -> pieces.add(String.valueOf((char) sign)));
        pieces.addAll(words(FIRST_PAGE));
        return pieces;
    }

    private static List<String> words(String page) {
        return List.of(page.strip().split("\\s+"));
    }

    private static int longest() {
        return Stream.concat(FIRST.stream(), SECONDS.stream())
                .mapToInt(String::length)
                .max()
                .orElseThrow();
    }

    private static void index(String text, int number) {
        LENGTHS[number] = (byte) text.length();
        byte[] signs = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(signs, 0, SAID, number * LONGEST, signs.length);
        if (text.length() == 1) {
            BY_SIGN[text.charAt(0)] = (short) number;
            return;
        }
        int beginning = text.charAt(0) * ASCII + text.charAt(1);
        Piece[] known = BY_BEGINNING[beginning];
        Piece[] more = known == null ? new Piece[1] : Arrays.copyOf(known, known.length + 1);
        more[more.length - 1] = new Piece(text, number);
        Arrays.sort(more, Comparator.comparingInt(piece -> -piece.text().length()));
        BY_BEGINNING[beginning] = more;
        BY_PAIR[beginning] = more.length == 1 && text.length() == 2 ? (short) number : LONGER;
    }

    /**
     * The first {@code length} characters as pieces.
     *
     * @param pieces with room for as many bytes as characters
     * @return how many bytes, or {@link #NONE} if a character is not in the vocabulary
     */
    static int pieces(String text, int length, byte[] pieces) {
        int size = 0;
        for (int at = 0; at < length; ) {
            char sign = text.charAt(at);
            char second = at + 1 < length ? text.charAt(at + 1) : ASCII;
            if (sign >= ASCII) {
                return NONE;
            }
            int number = second < ASCII ? BY_PAIR[sign * ASCII + second] : NO_PIECE;
            int said = 2;
            if (number == LONGER) {
                Piece longest = longest(text, at, length);
                number = longest == null ? NO_PIECE : longest.number();
                said = longest == null ? 1 : longest.text().length();
            }
            if (number == NO_PIECE) {
                number = BY_SIGN[sign];
                said = 1;
            }
            if (number == NO_PIECE) {
                return NONE;
            }
            if (number >= SECOND) {
                pieces[size++] = (byte) SECOND;
                number -= SECOND;
            }
            pieces[size++] = (byte) number;
            at += said;
        }
        return size;
    }

    private static Piece longest(String text, int at, int length) {
        for (Piece candidate : BY_BEGINNING[text.charAt(at) * ASCII + text.charAt(at + 1)]) {
            if (candidate.text().length() <= length - at && text.startsWith(candidate.text(), at)) {
                return candidate;
            }
        }
        return null;
    }

    /** The text of {@link #pieces}. */
    static String text(byte[] pieces, int from, int to) {
        byte[] signs = new byte[length(pieces, from, to)];
        signs(pieces, from, to, signs);
        // Latin-1 says ASCII too, and is copied without a look at each byte.
        return new String(signs, StandardCharsets.ISO_8859_1);
    }

    /** How many characters {@link #pieces} say. */
    static int length(byte[] pieces, int from, int to) {
        int length = 0;
        for (int at = from; at < to; at++) {
            int number = pieces[at] & 0xff;
            if (number != SECOND) {
                length += known(number);
            } else if (++at < to) {
                length += known(SECOND + (pieces[at] & 0xff));
            }
        }
        return length;
    }

    /** What {@link #pieces} say, into an array with room for their {@link #length}. */
    static void signs(byte[] pieces, int from, int to, byte[] signs) {
        int size = 0;
        for (int at = from; at < to; at++) {
            int number = pieces[at] & 0xff;
            if (number == SECOND) {
                if (++at == to) {
                    return;
                }
                number += pieces[at] & 0xff;
            }
            int said = number * LONGEST;
            for (int end = size + LENGTHS[number]; size < end; size++) {
                signs[size] = SAID[said++];
            }
        }
    }

    /** The length of a piece that there is. */
    private static int known(int number) {
        int length = LENGTHS[number];
        if (length == 0) {
            throw new IllegalStateException("record: piece " + (number < SECOND ? number : number - SECOND)
                    + " of a text (expected: below " + (number < SECOND ? FIRST : SECONDS).size()
                    + "; was it written by newer code?)");
        }
        return length;
    }
}
