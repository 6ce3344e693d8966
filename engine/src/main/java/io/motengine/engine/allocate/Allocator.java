package io.motengine.engine.allocate;

import java.util.List;
import java.util.Optional;

/**
 * Gives away what is counted across customers, never more than there is.
 *
 * <p>A claim gets all that it needs or nothing. What is asked for again is given again and counted once; what is given back twice
 * comes back once; a correction that is told again changes nothing more. Not thread-safe: one for each shelf.
 */
public final class Allocator {
    /** Before the ids of corrections, which are held like claims so that each counts once; no claim begins like this. */
    private static final String CORRECTION = "~";

    private final Shelf shelf;

    public Allocator(Shelf shelf) {
        this.shelf = shelf;
    }

    /**
     * Gives all of the needs or none.
     *
     * @return the first resource that has run out; empty if all are given
     */
    public Optional<String> claim(List<Need> needs) {
        for (Need need : needs) {
            if (!holds(need) && !shelf.state(need.resource()).leaves(need)) {
                return Optional.of(need.resource());
            }
        }
        for (Need need : needs) {
            if (!holds(need)) {
                shelf.hold(need.resource(), need.claim(), need.cost());
                shelf.keep(need.resource(), shelf.state(need.resource()).given(need.cost()));
            }
        }
        return Optional.empty();
    }

    private boolean holds(Need need) {
        return shelf.cost(need.resource(), need.claim()) != null;
    }

    /** Takes back what a claim holds; nothing happens if it holds nothing. */
    public void giveBack(String resource, String claim) {
        Long cost = shelf.cost(resource, claim);
        if (cost != null) {
            shelf.release(resource, claim);
            shelf.keep(resource, shelf.state(resource).back(cost));
        }
    }

    /**
     * There is more or less than the release says. What is out stays out: nobody loses a coupon.
     *
     * @param id of the correction; one that was told before changes nothing
     * @param change how many more, negative for fewer
     * @param budgetChange how much more money, in minor units of the base currency, negative for less
     */
    public void correct(String resource, String id, long change, long budgetChange) {
        if (shelf.cost(resource, CORRECTION + id) == null) {
            shelf.hold(resource, CORRECTION + id, 0);
            shelf.keep(resource, shelf.state(resource).corrected(change, budgetChange));
        }
    }
}
