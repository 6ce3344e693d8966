package io.motengine.bench.peers.drools;

import io.motengine.bench.peers.moments.PlainEvent;
import io.motengine.bench.peers.moments.PlainEvent.Click;
import io.motengine.bench.peers.moments.PlainEvent.Posting;

/** The newest event, for rules that ask about a window when something arrives, not whenever the window changes. */
public final class Arrived {
    private final PlainEvent event;

    Arrived(PlainEvent event) {
        this.event = event;
    }

    public boolean isClick() {
        return event instanceof Click;
    }

    public boolean isTransfer() {
        return event instanceof Posting posting
                && !posting.credit()
                && posting.category().equals("transfer");
    }

    public String getCustomer() {
        return event.customer();
    }

    /** Minor units, 0 of a click. */
    public long getAmount() {
        return event instanceof Posting posting ? posting.amount() : 0;
    }
}
