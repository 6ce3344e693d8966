package io.motengine.bench.peers.moments;

import io.motengine.bench.contest.PlainMoment;
import io.motengine.bench.peers.moments.PlainEvent.Click;
import io.motengine.bench.peers.moments.PlainEvent.Posting;
import java.util.function.Consumer;

/** All plain moments in plain Java, over one customer's memory. */
public final class HandWritten {
    private HandWritten() {}

    /** Names the moments that the event raises, and brings the memory up to it. */
    public static void detect(PlainEvent event, CustomerMemory memory, Consumer<String> moments) {
        memory.count(event);
        OneEventMoments.of(event, moments);
        if (event instanceof Click click) {
            ofClick(click, memory, moments);
        } else if (event instanceof Posting posting) {
            ofPosting(posting, memory, moments);
        }
        memory.settle(event);
    }

    private static void ofClick(Click click, CustomerMemory memory, Consumer<String> moments) {
        if (memory.getClicks() == PlainMoment.CLICKS) {
            moments.accept(PlainMoment.ACTIVE_DAY.word());
        }
        if (click.page().equals("loan-calculator") && click.time() - memory.getLoanViewed() <= Limits.WITHIN) {
            moments.accept(PlainMoment.LOAN_CALCULATED.word());
        }
        if (click.page().equals("foreign-exchange") && click.time() - memory.getFirstRates() <= Limits.WITHIN) {
            moments.accept(PlainMoment.RATES_WATCHED.word());
        }
    }

    private static void ofPosting(Posting posting, CustomerMemory memory, Consumer<String> moments) {
        if (!posting.credit() && posting.category().equals("transfer")) {
            long week = memory.getWeekOutflow();
            if (week >= Limits.WEEK_OUTFLOW && week - posting.amount() < Limits.WEEK_OUTFLOW) {
                moments.accept(PlainMoment.WEEK_OUTFLOW_HIGH.word());
            }
        }
    }
}
