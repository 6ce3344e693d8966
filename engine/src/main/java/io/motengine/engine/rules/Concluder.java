package io.motengine.engine.rules;

/**
 * Says what a release's rules conclude of an event, without a rule session. Not thread-safe: every thread has one of its own.
 *
 * <p>What it says must be what a session would say, word for word: decisions do not tell who has said it.
 */
@FunctionalInterface
public interface Concluder {
    /** What the rules conclude; null if a session is to say it. */
    Verdict conclude(Facts facts);
}
