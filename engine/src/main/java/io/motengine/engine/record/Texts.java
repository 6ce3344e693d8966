package io.motengine.engine.record;

import java.util.Arrays;

/**
 * Words that the records of many customers share, each with the form in which it stands there: segments, products, channels,
 * strategies are then neither put together nor taken apart again. Nothing is read or written differently for it.
 *
 * <p>Bounded. A word is forgotten for another only when it was not met for a while, so that names which come once, however many
 * of them, do not drive out what every record has. Not for two threads at a time.
 */
final class Texts {
    /** Words are shorter; what is longer is somebody's or something's name. */
    static final int LONGEST = 40;

    private static final int SETS = 1_024;
    private static final int WAYS = 4;

    private final Known[] known = new Known[SETS * WAYS];
    private int turn;

    private static final class Known {
        final String text;
        final byte[] form;
        boolean metAgain;

        Known(String text, byte[] form) {
            this.text = text;
            this.form = form;
        }

        String met() {
            metAgain = true;
            return text;
        }
    }

    /** The text of a form; null if it is not known. */
    String text(byte[] bytes, int from, int to) {
        int set = set(bytes, from, to);
        for (int way = set; way < set + WAYS && known[way] != null; way++) {
            Known one = known[way];
            if (Arrays.equals(one.form, 0, one.form.length, bytes, from, to)) {
                return one.met();
            }
        }
        return null;
    }

    void keepText(String text, byte[] bytes, int from, int to) {
        keep(set(bytes, from, to), text, Arrays.copyOfRange(bytes, from, to));
    }

    /** The form of a text, not to be changed; null if it is not known. */
    byte[] form(String text) {
        int set = set(text.hashCode());
        for (int way = set; way < set + WAYS && known[way] != null; way++) {
            if (known[way].text.equals(text)) {
                known[way].met();
                return known[way].form;
            }
        }
        return null;
    }

    void keepForm(String text, byte[] form) {
        keep(set(text.hashCode()), text, form);
    }

    private void keep(int set, String text, byte[] form) {
        for (int way = set; way < set + WAYS; way++) {
            if (known[way] == null) {
                known[way] = new Known(text, form);
                return;
            }
        }
        // Goes on for as long as the process lives, so that it comes to be negative.
        int way = set + Math.floorMod(turn++, WAYS);
        if (known[way].metAgain) {
            known[way].metAgain = false;
        } else {
            known[way] = new Known(text, form);
        }
    }

    private static int set(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return set(hash);
    }

    /** The first of the places in which something of this hash may be. */
    private static int set(int hash) {
        return ((hash * 0x9e3779b9) >>> 16) % SETS * WAYS;
    }
}
