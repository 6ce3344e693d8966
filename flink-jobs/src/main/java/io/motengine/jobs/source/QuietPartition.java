package io.motengine.jobs.source;

/** What becomes of time in a partition that is silent and proven to be read to its end. */
enum QuietPartition {
    /** It holds time back until it speaks or ends: histories. */
    HOLDS,
    /** It steps aside until it speaks again: simulations, whose time is not the wall clock's. */
    STEPS_ASIDE,
    /** It moves on to where its history ends: warm-up, at whose end nothing earlier may still be waiting. */
    REACHES_END,
    /** It moves on with the wall clock: live running. */
    FOLLOWS_WALL_CLOCK
}
