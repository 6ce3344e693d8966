package io.motengine.bench.reference;

import io.motengine.bench.reference.OtherMoments.Change;
import io.motengine.engine.facts.CompletedPattern;
import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.Holding;
import io.motengine.engine.facts.Moment;
import io.motengine.schemas.event.AppClick;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What clicks, patterns, dates and stages tell, in plain Java. */
final class PlainMoments {
    private static final Map<String, String> SEGMENT_OF_PAGE =
            OtherMoments.PAGES.stream().collect(Collectors.toMap(page -> page.get(0), page -> page.get(1)));
    private static final Map<String, String> MOMENT_OF_PATTERN = OtherMoments.PATTERNS.stream()
            .collect(Collectors.toMap(pattern -> pattern.get(0), pattern -> pattern.get(1)));

    private PlainMoments() {}

    static void clicked(AppClick click, Customer customer, Figures figures, List<Moment> moments) {
        if (figures.clicks24h() == 10) {
            moments.add(new Moment("active-day"));
        }
        String segment = SEGMENT_OF_PAGE.get(click.page());
        if (segment == null) {
            return;
        }
        if (click.action().equals("submit")) {
            moments.add(new Moment("applied").about(click.page()));
        } else if (click.action().equals("start")
                && customer.segments().contains(segment)
                && figures.pages7d() >= 5
                && figures.clicks24h() >= 3) {
            moments.add(new Moment("interested").about(click.page()));
        }
    }

    static void completed(Object trigger, List<Moment> moments) {
        if (trigger instanceof CompletedPattern pattern) {
            String moment = MOMENT_OF_PATTERN.get(pattern.name());
            if (moment != null) {
                moments.add(new Moment(moment));
            }
        }
    }

    static void entered(String stage, Customer customer, List<Moment> moments) {
        for (Change change : OtherMoments.CHANGES) {
            if (change.stage().equals(stage) && customer.segments().contains(change.segment())) {
                moments.add(new Moment(change.moment()));
            }
        }
    }

    static boolean isMaturing(Holding holding) {
        return "wealth".equals(holding.family()) && holding.daysToMaturity() == 3;
    }

    static Moment maturing(Holding holding) {
        return new Moment("wealth-maturing")
                .about(holding.id())
                .with("amount", holding.amount())
                .with("product", holding.product());
    }
}
