package io.motengine.engine;

import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import java.util.Set;

/** Those who deal with actions in one turn. Most events end without one, so they come when they are called. */
final class Desk {
    private final CustomerState state;
    private final Release release;
    private final Effects effects;
    private final Set<String> stops;
    private Counting counting;
    private Ledger ledger;
    private Dispatcher dispatcher;
    private Pursuits pursuits;

    /** @param stops emergency stops that hold */
    Desk(CustomerState state, Release release, Effects effects, Set<String> stops) {
        this.state = state;
        this.release = release;
        this.effects = effects;
        this.stops = stops;
    }

    Counting counting() {
        if (counting == null) {
            counting = new Counting(state, release, effects);
        }
        return counting;
    }

    Ledger ledger() {
        if (ledger == null) {
            ledger = new Ledger(state, counting());
        }
        return ledger;
    }

    Dispatcher dispatcher() {
        if (dispatcher == null) {
            dispatcher = new Dispatcher(state, release, ledger(), counting(), stops);
        }
        return dispatcher;
    }

    Pursuits pursuits() {
        if (pursuits == null) {
            pursuits = new Pursuits(state, release, dispatcher(), ledger());
        }
        return pursuits;
    }

    /** Forgets what has expired by now. */
    void expire(long now) {
        if (!state.openActions().isEmpty() || !state.planned().isEmpty()) {
            ledger().expire(now);
        }
    }

    /** Settles offers of which nothing is out any more, nor to come. */
    void settle() {
        if (!state.counted().holds().isEmpty()) {
            counting().settle();
        }
    }
}
