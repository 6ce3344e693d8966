package io.motengine.engine.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.event.TransactionPosted.Direction;
import io.motengine.schemas.money.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class FilterIndexTest {
    private static final List<String> WORDS = List.of("salary", "transfer", "bill", "fee");

    /** Asking the index, then the filters, is asking all filters. */
    @Property(tries = 300)
    void findsEveryFilterThatMatches(@ForAll Random random) {
        List<Map<String, Condition>> filters = Stream.generate(() -> where(random))
                .limit(1 + random.nextInt(30))
                .toList();
        FilterIndex<Map<String, Condition>> index = new FilterIndex<>(TransactionPosted.class, filters, where -> where);
        for (int i = 0; i < 20; i++) {
            TransactionPosted posted = posted(random.nextInt(40_000), WORDS.get(random.nextInt(WORDS.size())));

            assertThat(matching(index.candidates(posted), posted))
                    .containsExactlyInAnyOrderElementsOf(matching(filters, posted));
        }
    }

    @Test
    void comparesMoneyExactly_alsoBelowTheMinorUnit() {
        EventFilter filter =
                filter(Map.of("amount", new Condition(List.of(), new BigDecimal("10.005"), new BigDecimal("20"))));

        assertThat(matches(filter, 1_000)).isFalse();
        assertThat(matches(filter, 1_001)).isTrue();
        assertThat(matches(filter, 1_999)).isTrue();
        assertThat(matches(filter, 2_000)).isFalse();
    }

    private static boolean matches(EventFilter filter, long minor) {
        return filter.matches(EventTypes.TRANSACTION_POSTED, posted(minor, "bill"));
    }

    private static List<Map<String, Condition>> matching(
            List<Map<String, Condition>> filters, TransactionPosted posted) {
        return filters.stream()
                .filter(where -> filter(where).matches(EventTypes.TRANSACTION_POSTED, posted))
                .toList();
    }

    private static EventFilter filter(Map<String, Condition> where) {
        return new EventFilter(EventTypes.TRANSACTION_POSTED, TransactionPosted.class, where);
    }

    private static Map<String, Condition> where(Random random) {
        Map<String, Condition> where = new HashMap<>();
        if (random.nextInt(4) > 0) {
            int first = random.nextInt(WORDS.size());
            where.put(
                    "category",
                    new Condition(WORDS.subList(first, first + 1 + random.nextInt(WORDS.size() - first)), null, null));
        }
        if (random.nextBoolean()) {
            where.put("direction", new Condition(List.of("credit"), null, null));
        }
        if (random.nextBoolean()) {
            where.put("amount", new Condition(List.of(), BigDecimal.valueOf(random.nextInt(300)), null));
        }
        return where;
    }

    private static TransactionPosted posted(long minor, String category) {
        return new TransactionPosted(
                "a", Direction.CREDIT, new Money(minor, "CNY"), null, category, null, null, null, null);
    }
}
