package io.motengine.bench.peers.moments;

import io.motengine.bench.contest.PlainMoment;
import io.motengine.bench.peers.moments.PlainEvent.Click;
import io.motengine.bench.peers.moments.PlainEvent.Posting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The plain moments, slow and obvious: everything is kept, and each event looks back at all before it. */
public final class PlainModel {
    /** How far back a window reaches. */
    public enum Windows {
        /** Whole hours and days, the newest included: as the release's features have it. */
        BUCKETS,
        /** To the millisecond: as window operators have it. */
        SLIDING,
        /** As sliding ones; and three of a kind begin anew with the look that comes too late for the first, whatever the second was. */
        SLIDING_ANEW
    }

    private static final long HOUR = Limits.DAY / 24;
    private final Windows windows;
    private final Map<String, List<PlainEvent>> before = new HashMap<>();
    private final Set<PlainEvent> used = new HashSet<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    private PlainModel(Windows windows) {
        this.windows = windows;
    }

    /** How often each moment happens. */
    public static Map<String, Integer> counts(List<PlainEvent> events, Windows windows) {
        PlainModel model = new PlainModel(windows);
        events.forEach(model::take);
        return model.counts;
    }

    private void take(PlainEvent event) {
        List<PlainEvent> history = before.computeIfAbsent(event.customer(), absent -> new ArrayList<>());
        history.add(event);
        OneEventMoments.of(event, this::raise);
        if (event instanceof Click click) {
            activeDay(click, history);
            loanCalculated(click, history);
            ratesWatched(click, history);
        } else if (event instanceof Posting posting && posting.category().equals("transfer") && !posting.credit()) {
            weekOutflow(posting, history);
        }
    }

    private void raise(String moment) {
        counts.merge(moment, 1, Integer::sum);
    }

    private boolean inWindow(PlainEvent old, PlainEvent now, long window, long bucket) {
        return windows != Windows.BUCKETS
                ? old.time() > now.time() - window
                : old.time() >= now.time() / bucket * bucket - window + bucket;
    }

    private void activeDay(Click now, List<PlainEvent> history) {
        long clicks = history.stream()
                .filter(each -> each instanceof Click && inWindow(each, now, Limits.DAY, HOUR))
                .count();
        if (clicks == PlainMoment.CLICKS) {
            raise(PlainMoment.ACTIVE_DAY.word());
        }
    }

    private void weekOutflow(Posting now, List<PlainEvent> history) {
        long week = history.stream()
                .filter(each -> each instanceof Posting posting
                        && CustomerMemory.leaves(posting)
                        && inWindow(each, now, Limits.WEEK, Limits.DAY))
                .mapToLong(each -> ((Posting) each).amount())
                .sum();
        if (week >= Limits.WEEK_OUTFLOW && week - now.amount() < Limits.WEEK_OUTFLOW) {
            raise(PlainMoment.WEEK_OUTFLOW_HIGH.word());
        }
    }

    private void loanCalculated(Click now, List<PlainEvent> history) {
        List<Click> looks = unused("loan", now, history);
        if (now.page().equals("loan-calculator") && !looks.isEmpty()) {
            used.addAll(unusedEver("loan", history));
            raise(PlainMoment.LOAN_CALCULATED.word());
        }
    }

    private void ratesWatched(Click now, List<PlainEvent> history) {
        if (windows == Windows.SLIDING_ANEW) {
            List<Click> partial = unusedEver("foreign-exchange", history);
            if (!partial.isEmpty() && now.time() - partial.get(0).time() > Limits.WITHIN) {
                used.addAll(partial);
                used.remove(now);
            }
        }
        List<Click> looks = unused("foreign-exchange", now, history);
        if (now.page().equals("foreign-exchange") && looks.size() >= PlainMoment.TIMES) {
            used.addAll(unusedEver("foreign-exchange", history));
            raise(PlainMoment.RATES_WATCHED.word());
        }
    }

    private List<Click> unused(String page, Click now, List<PlainEvent> history) {
        return unusedEver(page, history).stream()
                .filter(look -> now.time() - look.time() <= Limits.WITHIN)
                .toList();
    }

    private List<Click> unusedEver(String page, List<PlainEvent> history) {
        return history.stream()
                .filter(each -> !used.contains(each))
                .filter(Click.class::isInstance)
                .map(Click.class::cast)
                .filter(click -> click.page().equals(page))
                .toList();
    }
}
