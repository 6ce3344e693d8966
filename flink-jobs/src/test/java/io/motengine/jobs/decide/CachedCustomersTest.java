package io.motengine.jobs.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motengine.engine.state.CustomerState;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class CachedCustomersTest {
    private static final int PLENTY = 1 << 20;

    private MapOfRecords store = new MapOfRecords();

    /** What is done, and to whom. */
    record Step(Deed deed, int customer) {}

    /** What may happen. */
    enum Deed {
        LOOK,
        CHANGE,
        VANISH,
        NAME_ALL,
        CHECKPOINT,
        CRASH
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Deed> deeds = Arbitraries.frequency(
                Tuple.of(3, Deed.LOOK),
                Tuple.of(20, Deed.CHANGE),
                Tuple.of(1, Deed.VANISH),
                Tuple.of(1, Deed.NAME_ALL),
                Tuple.of(2, Deed.CHECKPOINT),
                Tuple.of(1, Deed.CRASH));
        return Combinators.combine(deeds, Arbitraries.integers().between(0, 11))
                .as(Step::new)
                .list()
                .ofMaxSize(300);
    }

    @Property(tries = 500)
    void isAPlainMap_whateverIsKeptAndWritten(
            @ForAll("steps") List<Step> steps,
            @ForAll @IntRange(max = 12_000) int maxBytes,
            @ForAll @IntRange(max = 6) int maxUnwritten)
            throws IOException {
        store = new MapOfRecords();
        CachedCustomers customers = customers(maxBytes, maxUnwritten);
        Map<String, Long> expected = new TreeMap<>();
        MapOfRecords checkpoint = store.copy();
        for (Step step : steps) {
            String name = "c-" + step.customer();
            switch (step.deed()) {
                case LOOK -> assertThat(look(name, customers)).isEqualTo(expected.getOrDefault(name, 0L));
                case CHANGE -> {
                    change(name, customers);
                    expected.merge(name, 1L, Long::sum);
                }
                case VANISH -> {
                    vanish(name, customers);
                    expected.remove(name);
                }
                case NAME_ALL -> {
                    try (Stream<String> names = customers.names()) {
                        assertThat(names).containsExactlyInAnyOrderElementsOf(expected.keySet());
                    }
                }
                case CHECKPOINT -> {
                    customers.writeAll();
                    assertThat(store.sequences()).isEqualTo(expected);
                    checkpoint = store.copy();
                }
                case CRASH -> {
                    store = checkpoint.copy();
                    customers = customers(maxBytes, maxUnwritten);
                    expected = store.sequences();
                }
            }
        }
        customers.writeAll();
        assertThat(store.sequences()).isEqualTo(expected);
    }

    @Test
    void writesOnceForManyChanges() throws IOException {
        CachedCustomers customers = customers(PLENTY, 10);
        for (int i = 0; i < 100; i++) {
            change("c-" + i % 10, customers);
        }
        assertThat(store.written()).isZero();

        customers.writeAll();
        assertThat(store.written()).isEqualTo(10);
        customers.writeAll();
        assertThat(store.written()).isEqualTo(10);
    }

    @Test
    void neverHasMoreUnwrittenThanItMay_andWritesWhoeverIsQuietForLongest() throws IOException {
        CachedCustomers customers = customers(PLENTY, 3);
        for (String name : List.of("busy", "quiet", "b", "busy", "c", "busy", "d")) {
            change(name, customers);
        }

        assertThat(store.sequences()).containsOnlyKeys("quiet", "b");
    }

    @Test
    void writesNothing_whenNothingChanges() throws IOException {
        CachedCustomers customers = customers(PLENTY, 0);
        change("c", customers);
        for (int i = 0; i < 10; i++) {
            look("c", customers);
        }

        customers.writeAll();
        assertThat(store.written()).isOne();
    }

    @Test
    void aRecordThatADecisionFailedUponIsNotWritten() throws IOException {
        CachedCustomers customers = customers(PLENTY, 10);
        change("c", customers);
        store.current("c");
        customers.of("c").nextSequence();

        assertThatThrownBy(customers::writeAll).hasMessageContaining("c was not given back");
        assertThatThrownBy(() -> look("d", customers)).hasMessageContaining("c was not given back");
        assertThat(store.written()).isZero();
    }

    private CachedCustomers customers(int maxBytes, int maxUnwritten) {
        return new CachedCustomers(store, maxBytes, maxUnwritten, new CacheMetrics(new UnregisteredMetricsGroup()));
    }

    private long look(String name, CachedCustomers customers) throws IOException {
        store.current(name);
        CustomerState record = customers.of(name);
        long sequence = record.sequence();
        customers.back(record, false);
        return sequence;
    }

    private void change(String name, CachedCustomers customers) throws IOException {
        store.current(name);
        CustomerState record = customers.of(name);
        record.nextSequence();
        customers.back(record, true);
    }

    private void vanish(String name, CachedCustomers customers) throws IOException {
        store.current(name);
        CustomerState record = customers.of(name);
        record.vanish();
        customers.back(record, true);
    }
}
