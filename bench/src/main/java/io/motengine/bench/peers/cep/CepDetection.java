package io.motengine.bench.peers.cep;

import io.motengine.bench.contest.PlainMoment;
import io.motengine.bench.peers.flink.DetectedSerializer;
import io.motengine.bench.peers.flink.FlinkPeer;
import io.motengine.bench.peers.moments.Detected;
import io.motengine.bench.peers.moments.Limits;
import io.motengine.bench.peers.moments.PlainEvent;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;

/**
 * Flink CEP: one pattern per moment of more than one event, on the stream by customer. Moments of one event need no state and are told by
 * a plain function. Counts and sums over windows are not what a pattern can say.
 */
public final class CepDetection {
    private static final Set<PlainMoment> MOMENTS =
            EnumSet.complementOf(EnumSet.of(PlainMoment.WEEK_OUTFLOW_HIGH, PlainMoment.ACTIVE_DAY));
    /** A pattern's time is over when it has passed, the release's when more has. */
    private static final Duration WITHIN = Duration.ofMillis(Limits.WITHIN + 1);

    private static final OnPage LOAN = new OnPage(Set.of("loan"));
    private static final OnPage CALCULATOR = new OnPage(Set.of("loan-calculator"));
    private static final OnPage RATES = new OnPage(Set.of("foreign-exchange"));

    private CepDetection() {}

    /** As the documents show it: patterns look at all events. */
    public static FlinkPeer peer() {
        return new FlinkPeer("flink-cep", MOMENTS, events -> {
            KeyedStream<PlainEvent, String> byCustomer = byCustomer(events);
            return alone(events)
                    .union(
                            matches(byCustomer, PlainMoment.LOAN_CALCULATED, loanCalculated()),
                            matches(byCustomer, PlainMoment.RATES_WATCHED, ratesWatched()));
        });
    }

    /** As somebody makes it quick who knows that patterns keep every event for a while: they get only what they name. */
    public static FlinkPeer sparing() {
        return new FlinkPeer(
                "flink-cep-sparing",
                MOMENTS,
                events -> alone(events)
                        .union(
                                matches(
                                        byCustomer(events.filter(new OnPage(Set.of("loan", "loan-calculator")))),
                                        PlainMoment.LOAN_CALCULATED,
                                        loanCalculated()),
                                matches(byCustomer(events.filter(RATES)), PlainMoment.RATES_WATCHED, ratesWatched())));
    }

    private static KeyedStream<PlainEvent, String> byCustomer(DataStream<PlainEvent> events) {
        return events.keyBy(PlainEvent::customer, Types.STRING);
    }

    private static DataStream<Detected> alone(DataStream<PlainEvent> events) {
        return events.flatMap(new TellAlone()).returns(DetectedSerializer.TYPE).name(FlinkPeer.DETECT);
    }

    private static Pattern<PlainEvent, ?> loanCalculated() {
        return Pattern.<PlainEvent>begin("loan", AfterMatchSkipStrategy.skipPastLastEvent())
                .where(LOAN)
                .followedBy("calculator")
                .where(CALCULATOR)
                .within(WITHIN);
    }

    private static Pattern<PlainEvent, ?> ratesWatched() {
        return Pattern.<PlainEvent>begin("rates", AfterMatchSkipStrategy.skipPastLastEvent())
                .where(RATES)
                .times(PlainMoment.TIMES)
                .within(WITHIN);
    }

    private static DataStream<Detected> matches(
            KeyedStream<PlainEvent, String> events, PlainMoment moment, Pattern<PlainEvent, ?> pattern) {
        return CEP.pattern(events, pattern).process(new TellMatch(moment.word()), DetectedSerializer.TYPE);
    }
}
