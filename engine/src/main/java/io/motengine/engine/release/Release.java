package io.motengine.engine.release;

/** One compiled, immutable release: safe to share between threads. */
public final class Release {
    /** Content hash of the release's files, such as {@code 3f9a…} (16 hex digits). */
    public String id() {
        throw new UnsupportedOperationException("being built");
    }

    /** Whether anything in this release looks at events of this type; all others are skipped unread. */
    public boolean listensTo(String eventType) {
        throw new UnsupportedOperationException("being built");
    }
}
