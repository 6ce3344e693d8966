package io.motengine.engine;

import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.Dates;
import io.motengine.engine.facts.Holding;
import io.motengine.engine.release.Release;
import io.motengine.engine.scorecards.LastGrading;
import io.motengine.engine.state.CustomerState;
import java.util.List;

/**
 * What one release has made of a record, and would make of it again as long as nothing else is told of the customer than what they
 * do: most of an event's facts are those of the event before it. Null where nobody has asked yet.
 *
 * <p>It stays with the record in memory and is never written: a record read from its bytes comes to the same decisions.
 */
final class WorkedOut {
    /** By its id: a record that nobody hears of would hold the classes of a release that is long gone. */
    private final String release;

    private long day = CustomerState.UNSET;

    /** Of the day, and of the tier, stage and segments that it names. */
    Customer customer;

    Dates dates;
    List<Holding> holdings;
    LastGrading grading;
    NextTicks ticks;

    private WorkedOut(Release release) {
        this.release = release.id();
    }

    static WorkedOut of(CustomerState state, Release release) {
        if (state.workedOut() instanceof WorkedOut known && known.release.equals(release.id())) {
            return known;
        }
        WorkedOut none = new WorkedOut(release);
        state.workedOut(none);
        return none;
    }

    /** As of a day of the bank, counted from 1970-01-01: what was of another is gone. */
    WorkedOut on(long newDay) {
        if (day != newDay) {
            day = newDay;
            customer = null;
            dates = null;
            holdings = null;
        }
        return this;
    }
}
