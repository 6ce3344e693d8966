package io.motengine.engine.record;

import java.util.Arrays;

/** The words of one record in the order in which they were first written: the place of each is its number. */
final class WordNumbers {
    static final int NEW = -1;
    private static final int ROOM = 32;

    private String[] words = new String[ROOM];
    /** By hash: number and one, or 0. Twice as many at least as there are words, so that a free one is near. */
    private int[] numbers = new int[ROOM * 2];

    private int size;

    void clear() {
        if (size > 0) {
            Arrays.fill(numbers, 0);
            size = 0;
        }
    }

    /** The number of a word; {@link #NEW} when it comes for the first time, and it has one from then on. */
    int of(String word) {
        int place = place(word);
        if (numbers[place] != 0) {
            return numbers[place] - 1;
        }
        if (size == words.length) {
            grow();
            place = place(word);
        }
        words[size++] = word;
        numbers[place] = size;
        return NEW;
    }

    private int place(String word) {
        int hash = word.hashCode();
        int place = (hash ^ (hash >>> 16)) & (numbers.length - 1);
        while (numbers[place] != 0 && !words[numbers[place] - 1].equals(word)) {
            place = (place + 1) & (numbers.length - 1);
        }
        return place;
    }

    private void grow() {
        words = Arrays.copyOf(words, size * 2);
        numbers = new int[words.length * 2];
        for (int number = 0; number < size; number++) {
            numbers[place(words[number])] = number + 1;
        }
    }
}
