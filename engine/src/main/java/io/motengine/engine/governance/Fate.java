package io.motengine.engine.governance;

import java.time.Instant;

/**
 * What became of a candidate: exactly one thing.
 *
 * @param why null unless dropped, deferred or withheld
 * @param rung of the card's ladder; -1 unless issued or deferred
 * @param from when it leaves, UTC; null unless issued or deferred
 * @param score null for service messages, which compete with nobody
 */
public record Fate(Candidate candidate, Kind kind, Drop why, int rung, Instant from, Score score) {
    private static final int NONE = -1;

    /** The things that may become of a candidate. */
    public enum Kind {
        ISSUED,
        /** To be judged anew at {@link Fate#from}. */
        DEFERRED,
        DROPPED,
        /** Would have been issued, and is left out so that its effect can be measured. */
        WITHHELD
    }

    public static Fate dropped(Candidate candidate, Drop why, Score score) {
        return new Fate(candidate, Kind.DROPPED, why, NONE, null, score);
    }

    static Fate withheld(Candidate candidate, Drop why, Score score) {
        return new Fate(candidate, Kind.WITHHELD, why, NONE, null, score);
    }

    public static Fate deferred(Candidate candidate, Drop why, int rung, Instant from, Score score) {
        return new Fate(candidate, Kind.DEFERRED, why, rung, from, score);
    }

    /** Waits for what else the burst brings: it has not been judged yet. */
    public static Fate settling(Candidate candidate, Instant until) {
        return new Fate(candidate, Kind.DEFERRED, new Drop(Reason.SETTLING, "judged at " + until), NONE, until, null);
    }

    static Fate issued(Candidate candidate, int rung, Instant now, Score score) {
        return new Fate(candidate, Kind.ISSUED, null, rung, now, score);
    }

    /** Leaves again by the same rung, addressed anew: it was judged before. */
    public static Fate readdressed(Candidate candidate, int rung, Situation situation) {
        return issued(candidate, rung, situation.now(), Score.of(candidate, situation));
    }

    /** Null unless issued or deferred. */
    public String channel() {
        return rung == NONE ? null : candidate.card().ladder().get(rung).channel();
    }

    /** Whether it leaves, now or later. */
    public boolean wins() {
        return kind == Kind.ISSUED || kind == Kind.DEFERRED;
    }
}
