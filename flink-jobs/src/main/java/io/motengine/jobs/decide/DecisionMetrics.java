package io.motengine.jobs.decide;

import io.motengine.engine.Outcome;
import io.motengine.engine.Outcome.Status;
import io.motengine.engine.rules.RuleCounts;
import io.motengine.jobs.tally.Counters;
import io.motengine.jobs.tally.Tallies;
import io.motengine.jobs.tally.Tally;
import io.motengine.schemas.Topics;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** Counts what came of each input: as metrics for operations, as tallies where the count must be exact. */
final class DecisionMetrics {
    private static final int HISTOGRAM_WINDOW = 1_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private final Tallies tallies;
    private final MetricGroup mot;
    private final Counters events;
    private final Counters deadLettered;
    private final Counters skipped;
    private final Counters moments;
    private final Counters dropped;
    private final Counters actions;
    private final Counters quarantined;
    private final Counter late;
    private final Counter duplicate;
    private final Histogram decideMicros;
    private final Histogram eventToActionMillis;

    DecisionMetrics(MetricGroup operator, Tallies tallies) {
        this.tallies = tallies;
        mot = operator.addGroup("mot");
        events = new Counters(mot, "events", "type");
        deadLettered = new Counters(mot, "deadLettered", "code");
        skipped = new Counters(mot, "skipped", "reason");
        moments = new Counters(mot, "moments", "moment");
        dropped = new Counters(mot, "candidatesDropped", "layer");
        actions = new Counters(mot, "actions", "channel");
        quarantined = new Counters(mot, "quarantined", "rule");
        late = mot.counter("late");
        duplicate = mot.counter("duplicate");
        decideMicros = mot.histogram("decideMicros", new DescriptiveStatisticsHistogram(HISTOGRAM_WINDOW));
        eventToActionMillis =
                mot.histogram("eventToActionMillis", new DescriptiveStatisticsHistogram(HISTOGRAM_WINDOW));
    }

    /** Shows how often rules are evaluated, and how often that takes a rule session. */
    void rules(RuleCounts counts) {
        mot.<Long, Gauge<Long>>gauge("ruleEvaluations", counts::evaluations);
        mot.<Long, Gauge<Long>>gauge("ruleSessions", counts::sessions);
    }

    /** An event has been decided upon; it is read and has ended. */
    void event(EventEnvelope envelope, Origin origin, Outcome outcome) {
        events.count(envelope.type());
        tallies.add(Tally.READ, 1);
        if (origin.topic().equals(Topics.INTERNAL)) {
            tallies.add(Tally.HEARD, 1);
        }
        if (outcome.late()) {
            late.inc();
            tallies.add(Tally.LATE, 1);
        }
        if (outcome.status() == Status.DUPLICATE) {
            duplicate.inc();
            tallies.add(Tally.DUPLICATES, 1);
        } else if (outcome.status() == Status.REJECTED) {
            String code = outcome.rejection().code().code();
            deadLettered.count(code);
            tallies.add(Tally.DEAD_LETTERS, 1);
            tallies.add(Tally.of(Tally.DEAD_LETTERS, code), 1);
        } else if (outcome.status() == Status.SKIPPED) {
            skipped.count(outcome.skipped());
            tallies.add(Tally.SKIPPED, 1);
            tallies.add(Tally.of(Tally.SKIPPED, outcome.skipped()), 1);
        } else {
            tallies.add(Tally.DECIDED, 1);
        }
    }

    /** An event came after its turn by event time had passed. */
    void disordered() {
        tallies.add(Tally.DISORDERED, 1);
    }

    void conclusions(Outcome outcome) {
        for (DecisionRecord decision : outcome.decisions()) {
            for (MomentRaised moment : decision.moments()) {
                moments.count(moment.moment());
                tallies.add(Tally.moments(moment.moment()), 1);
            }
            for (CandidateFate candidate : decision.candidates()) {
                if (candidate.layer() != null) {
                    dropped.count(candidate.layer());
                }
            }
            decision.quarantined().forEach(failure -> quarantined.count(failure.rule()));
        }
        for (ActionIssued action : outcome.issued()) {
            actions.count(action.channel());
            tallies.add(Tally.actions(action.channel()), 1);
        }
        count(Tally.CANCELLED, outcome.cancelled().size());
        count(Tally.TOLD, outcome.told().size());
        count(Tally.VIEWS, outcome.view() == null ? 0 : 1);
    }

    private void count(String name, int times) {
        if (times > 0) {
            tallies.add(name, times);
        }
    }

    void decided(long nanos) {
        decideMicros.update(nanos / NANOS_PER_MICRO);
    }

    void actionLeft(long millisSinceCause) {
        eventToActionMillis.update(millisSinceCause);
    }
}
