package io.motengine.engine.rules;

import java.util.Arrays;

/** Which patterns the facts of one event match, each constraint being tried at most once on a fact. Not thread-safe. */
final class Matches implements CheckTree.Trial {
    private final Sieve sieve;
    private final Held[] held;
    private final Counted[] patterns;
    private final long[] tried;
    private final boolean[] passed;
    private final Opened opened;
    private long event = 1;
    private long serial;
    private int place;

    /** Hears of patterns as facts begin to match them. */
    interface Opened {
        void by(SievedPattern pattern);
    }

    /** Facts of one type. */
    private static final class Held {
        private Object[] facts = new Object[2];
        private long[] serials = new long[2];
        private int size;

        void add(Object fact, long serial) {
            if (size == facts.length) {
                facts = Arrays.copyOf(facts, 2 * size);
                serials = Arrays.copyOf(serials, 2 * size);
            }
            facts[size] = fact;
            serials[size++] = serial;
        }

        void clear() {
            Arrays.fill(facts, 0, size, null);
            size = 0;
        }
    }

    /** How many facts match a pattern, as of an event. */
    private static final class Counted {
        private long event;
        private long until;
        private int count;
        private int place;
    }

    Matches(Sieve sieve, Opened opened) {
        this.sieve = sieve;
        this.opened = opened;
        this.held = new Held[sieve.types()];
        this.patterns = new Counted[sieve.patterns()];
        this.tried = new long[sieve.checks()];
        this.passed = new boolean[sieve.checks()];
        Arrays.setAll(held, type -> new Held());
        Arrays.setAll(patterns, pattern -> new Counted());
    }

    /** Forgets all facts. */
    void clear() {
        event++;
        for (Held facts : held) {
            facts.clear();
        }
    }

    /** Throws whatever a constraint throws: what is matched is then not known. */
    void add(Object fact, int[] types) throws Exception {
        serial++;
        for (int type : types) {
            place = held[type].size;
            held[type].add(fact, serial);
            sieve.tree(type).lead(fact, this);
        }
    }

    /** Forgets the facts of a type. */
    void remove(int[] types) {
        for (int type : types) {
            held[type].clear();
            for (int pattern : sieve.patternsOf(type)) {
                patterns[pattern].event = 0;
            }
        }
    }

    /** How many facts match a pattern. */
    int of(int pattern) throws Exception {
        Counted counted = patterns[pattern];
        SievedPattern sieved = sieve.pattern(pattern);
        if (sieved.isAsked()) {
            ask(sieved, counted);
        }
        return counted.event == event ? counted.count : 0;
    }

    /** The first fact that matches a pattern which some fact does match. */
    Object first(int pattern) {
        return held[sieve.pattern(pattern).type()].facts[patterns[pattern].place];
    }

    private void ask(SievedPattern pattern, Counted counted) throws Exception {
        Held facts = held[pattern.type()];
        long last = facts.size == 0 ? 0 : facts.serials[facts.size - 1];
        if (counted.event == event && counted.until == last) {
            return;
        }
        counted.event = event;
        counted.until = last;
        counted.count = 0;
        long newest = serial;
        for (int i = 0; i < facts.size; i++) {
            serial = facts.serials[i];
            if (pattern.matches(facts.facts[i], this)) {
                counted.place = counted.count == 0 ? i : counted.place;
                counted.count++;
            }
        }
        serial = newest;
    }

    @Override
    public boolean holds(Check check, Object fact) throws Exception {
        int number = check.number();
        if (tried[number] != serial) {
            passed[number] = check.test().holds(fact);
            tried[number] = serial;
        }
        return passed[number];
    }

    @Override
    public void matched(int pattern) {
        Counted counted = patterns[pattern];
        if (counted.event == event) {
            counted.count++;
            return;
        }
        counted.event = event;
        counted.count = 1;
        counted.place = place;
        opened.by(sieve.pattern(pattern));
    }
}
