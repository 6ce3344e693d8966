package io.motengine.bench.peers.drools;

import io.motengine.bench.contest.PlainMoment;
import io.motengine.bench.peers.moments.CustomerMemory;
import io.motengine.bench.peers.moments.Limits;
import io.motengine.bench.peers.moments.PlainEvent.Click;
import io.motengine.bench.peers.moments.PlainEvent.Posting;

/** Rules over one event and what is kept of its customer. */
final class EachEventRules {
    private static final String HEAD = """
            package io.motengine.bench.peers.drools;
            import %s;
            import %s;
            import %s;
            global java.util.List found;
            """.formatted(
            Click.class.getCanonicalName(), Posting.class.getCanonicalName(), CustomerMemory.class.getCanonicalName());

    private EachEventRules() {}

    static String text() {
        return HEAD
                + OneEventRules.text("found.add(\"%s\");")
                + rule(PlainMoment.ACTIVE_DAY, "Click()", "CustomerMemory( clicks == %dL )".formatted((long)
                                PlainMoment.CLICKS))
                + rule(
                        PlainMoment.LOAN_CALCULATED,
                        "Click( page == \"loan-calculator\", $time : time )",
                        "CustomerMemory( loanViewed >= $time - %dL )".formatted(Limits.WITHIN))
                + rule(
                        PlainMoment.RATES_WATCHED,
                        "Click( page == \"foreign-exchange\", $time : time )",
                        "CustomerMemory( firstRates >= $time - %dL )".formatted(Limits.WITHIN))
                + rule(
                        PlainMoment.WEEK_OUTFLOW_HIGH,
                        "Posting( credit == false, category == \"transfer\", $amount : amount )",
                        "CustomerMemory( weekOutflow >= %1$dL, weekOutflow < %1$dL + $amount )"
                                .formatted(Limits.WEEK_OUTFLOW));
    }

    private static String rule(PlainMoment moment, String event, String memory) {
        return """

        rule "%1$s"
        when
            %2$s
            %3$s
        then
            found.add("%1$s");
        end
        """.formatted(moment.word(), event, memory);
    }
}
