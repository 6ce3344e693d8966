package io.motengine.jobs.release;

/** A release cannot decide; the message says why, for whoever published it. */
final class RefusedRelease extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedRelease(String message) {
        super(message);
    }
}
