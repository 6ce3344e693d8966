package io.motengine.bench.peers.siddhi;

import io.motengine.bench.contest.PlainMoment;
import io.motengine.bench.peers.moments.Limits;
import io.motengine.bench.peers.moments.OneEvent;

/** The moments in Siddhi's language. Sequences and windows stand in a partition by customer, as its documents have it. */
final class SiddhiRules {
    static final String CLICKS = "Clicks";
    static final String POSTINGS = "Postings";
    static final String MOMENTS = "Moments";

    private static final String TEXT = """
            @app:name('moments')
            define stream Clicks (customer string, time long, page string, action string, product string);
            define stream Postings (customer string, time long, credit bool, amount long, balance long,
                category string, bank string, merchant string, channel string);

            partition with (customer of Clicks, customer of Postings)
            begin
                -- The latest look at the loan page: another one before the calculation ends the wait of those before.
                from every e1=Clicks[page == 'loan']
                    -> not Clicks[page == 'loan'] and e2=Clicks[page == 'loan-calculator'] within %1$d milliseconds
                select '%2$s' as moment, e1.customer as customer
                insert into Moments;

                from every (e1=Clicks[page == 'foreign-exchange'] -> e2=Clicks[page == 'foreign-exchange']
                    -> e3=Clicks[page == 'foreign-exchange']) within %1$d milliseconds
                select '%3$s' as moment, e1.customer as customer
                insert into Moments;

                from Clicks#window.externalTime(time, 24 hours)
                select '%4$s' as moment, customer, count() as clicks
                having clicks == %5$dL
                insert into Counted;

                from Postings[credit == false and (category == 'transfer' or category == 'securities')]
                    #window.externalTime(time, 7 days)
                select '%6$s' as moment, customer, category, amount, sum(amount) as week
                having category == 'transfer' and week >= %7$dL and week < %7$dL + amount
                insert into Summed;
            end;

            from Counted select moment, customer insert into Moments;
            from Summed select moment, customer insert into Moments;
            """.formatted(
                    Limits.WITHIN,
                    PlainMoment.LOAN_CALCULATED.word(),
                    PlainMoment.RATES_WATCHED.word(),
                    PlainMoment.ACTIVE_DAY.word(),
                    PlainMoment.CLICKS,
                    PlainMoment.WEEK_OUTFLOW_HIGH.word(),
                    Limits.WEEK_OUTFLOW);

    private SiddhiRules() {}

    static String text() {
        StringBuilder app = new StringBuilder(TEXT);
        for (OneEvent each : OneEvent.all()) {
            app.append("""
                    from %s[%s]
                    select '%s' as moment, customer
                    insert into Moments;
                    """.formatted(each.click() ? CLICKS : POSTINGS, each.condition(" and "), each.moment()));
        }
        return app.toString();
    }
}
