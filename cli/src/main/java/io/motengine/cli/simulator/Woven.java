package io.motengine.cli.simulator;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Two series of events as one, both and it by time. */
final class Woven implements Iterator<BankEvent> {
    private final Iterator<BankEvent> first;
    private final Iterator<BankEvent> second;
    private BankEvent ofFirst;
    private BankEvent ofSecond;

    Woven(Iterator<BankEvent> first, Iterator<BankEvent> second) {
        this.first = first;
        this.second = second;
        this.ofFirst = next(first);
        this.ofSecond = next(second);
    }

    private static BankEvent next(Iterator<BankEvent> events) {
        return events.hasNext() ? events.next() : null;
    }

    @Override
    public boolean hasNext() {
        return ofFirst != null || ofSecond != null;
    }

    @Override
    public BankEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        BankEvent next;
        if (ofSecond == null || (ofFirst != null && !ofSecond.time().isBefore(ofFirst.time()))) {
            next = ofFirst;
            ofFirst = next(first);
        } else {
            next = ofSecond;
            ofSecond = next(second);
        }
        return next;
    }
}
