package io.motengine.bench.peers.drools;

import io.motengine.bench.contest.PlainMoment;
import io.motengine.bench.peers.moments.Detected;
import io.motengine.bench.peers.moments.Limits;
import io.motengine.bench.peers.moments.PlainEvent.Click;
import io.motengine.bench.peers.moments.PlainEvent.Posting;

/**
 * Rules over a stream of events of all customers, with temporal operators and sliding windows. How long an event is kept, Drools
 * finds out itself from what the rules ask.
 */
final class FusionRules {
    private static final String TEXT = """
            package io.motengine.bench.peers.drools;
            import %1$s;
            import %2$s;
            import %3$s;
            import %4$s;
            global java.util.List found;

            declare Click @role( event ) @timestamp( time ) end
            declare Posting @role( event ) @timestamp( time ) end
            declare RatesLook
                @role( event ) @timestamp( at )
                customer : String
                at : long
            end

            // The latest look at the loan page: neither another nor a calculation lies between.
            rule "%5$s"
            when
                $now : Click( page == "loan-calculator", $customer : customer )
                $loan : Click( page == "loan", customer == $customer, this before[ 0ms, %10$dms ] $now )
                not Click( page == "loan" || page == "loan-calculator", customer == $customer,
                    this after[ 1ms ] $loan, this before[ 1ms ] $now )
            then
                found.add(new Detected("%5$s", $customer));
            end

            rule "exchange rates were looked at"
            when
                Click( page == "foreign-exchange", $customer : customer, $at : time )
            then
                insert(new RatesLook($customer, $at));
            end

            // The three are used up.
            rule "%6$s"
            when
                $third : RatesLook( $customer : customer )
                $second : RatesLook( customer == $customer, this before[ 1ms, %10$dms ] $third )
                $first : RatesLook( customer == $customer, this before[ 1ms, %10$dms ] $second,
                    this before[ 1ms, %10$dms ] $third )
            then
                delete($first);
                delete($second);
                delete($third);
                found.add(new Detected("%6$s", $customer));
            end

            // What has just arrived is gone when its rules have fired: else each older click would be asked again.
            rule "%7$s"
            when
                Arrived( click, $customer : customer )
                accumulate( Click( customer == $customer ) over window:time( 24h ); $clicks : count( 1 ); $clicks == %8$d )
            then
                found.add(new Detected("%7$s", $customer));
            end

            rule "%9$s"
            when
                Arrived( transfer, $customer : customer, $amount : amount )
                accumulate( Posting( credit == false, category == "transfer" || category == "securities",
                        customer == $customer, $each : amount ) over window:time( 7d );
                    $sum : sum( $each ); $sum >= %11$dL, $sum < %11$dL + $amount )
            then
                found.add(new Detected("%9$s", $customer));
            end
            """.formatted(
                    Click.class.getCanonicalName(),
                    Posting.class.getCanonicalName(),
                    Detected.class.getCanonicalName(),
                    Arrived.class.getCanonicalName(),
                    PlainMoment.LOAN_CALCULATED.word(),
                    PlainMoment.RATES_WATCHED.word(),
                    PlainMoment.ACTIVE_DAY.word(),
                    PlainMoment.CLICKS,
                    PlainMoment.WEEK_OUTFLOW_HIGH.word(),
                    Limits.WITHIN,
                    Limits.WEEK_OUTFLOW);

    private FusionRules() {}

    static String text() {
        return TEXT + OneEventRules.text("found.add(new Detected(\"%s\", $customer));");
    }
}
