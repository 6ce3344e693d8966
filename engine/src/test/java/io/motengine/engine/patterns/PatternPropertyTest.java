package io.motengine.engine.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Random patterns over random months, against a model that keeps every event and works everything out anew. */
final class PatternPropertyTest {
    private static final long END_OF_TIME = Long.MAX_VALUE / 2;
    private static final int EVENTS = 150;

    @Property(tries = 3_000)
    void raisesWhatTheSortedEventsSay_whateverTheOrderOfArrival(@ForAll long seed) {
        Random random = new Random(seed);
        RandomPatterns source = new RandomPatterns(random);
        List<PatternSpec> specs = source.specs();
        List<Told> life = source.life(EVENTS);
        Customer customer = new Customer(specs, RandomPatterns.ALLOWANCE);
        boolean due = random.nextBoolean();

        for (Told told : source.shuffled(life)) {
            if (random.nextInt(4) == 0) {
                customer.reload();
            }
            if (due && random.nextInt(4) == 0 && customer.highWater() != Long.MIN_VALUE) {
                customer.wake(customer.highWater() + random.nextInt(48 * 3_600_000));
            }
            if (due || random.nextBoolean()) {
                customer.take(told);
            } else {
                customer.takeWithoutDue(told);
            }
        }
        customer.reload();
        customer.wake(END_OF_TIME);

        Statistics.label("raised").collect(!customer.raised.isEmpty());
        Statistics.label("retracted").collect(customer.retractions > 0);
        Statistics.label("raised").coverage(coverage -> coverage.check(true).percentage(p -> p > 60));
        Statistics.label("retracted").coverage(coverage -> coverage.check(true).percentage(p -> p > 20));
        assertThat(customer.standing).containsExactlyInAnyOrderElementsOf(names(specs, life));
    }

    @Property(tries = 500)
    void raisesEachAtItsTime_andRetractsNothing_whenEventsComeInOrder(@ForAll long seed) {
        RandomPatterns source = new RandomPatterns(new Random(seed));
        List<PatternSpec> specs = source.specs();
        List<Told> life = RandomPatterns.inOrder(source.life(EVENTS));
        Customer customer = new Customer(specs, Duration.ZERO);

        for (Told told : life) {
            customer.take(told)
                    .completed()
                    .forEach(done -> assertThat(done.at()).isEqualTo(told.time()));
        }
        customer.wake(END_OF_TIME);

        assertThat(customer.retractions).isZero();
        assertThat(customer.raised).containsExactlyInAnyOrderElementsOf(model(specs, life));
        assertThat(customer.raised).isSortedAccordingTo(Comparator.comparingLong(Completed::at));
    }

    @Property(tries = 500)
    void countsTogetherWhatTwoIdentitiesDid_whenTheyBecomeOne(@ForAll long seed) {
        Random random = new Random(seed);
        RandomPatterns source = new RandomPatterns(random);
        List<PatternSpec> specs = source.specs();
        List<Told> life = source.life(40);
        Customer customer = new Customer(specs, Duration.ofDays(400));
        Customer prospect = new Customer(specs, Duration.ofDays(400));
        int merged = random.nextInt(life.size());

        for (int i = 0; i < life.size(); i++) {
            if (i == merged) {
                prospect.reload();
                customer.merge(prospect);
            }
            (i < merged && random.nextBoolean() ? prospect : customer).take(life.get(i));
        }
        customer.wake(END_OF_TIME);

        assertThat(customer.standing).containsExactlyInAnyOrderElementsOf(names(specs, life));
    }

    private static List<Completed> model(List<PatternSpec> specs, List<Told> life) {
        List<Completed> completed = new ArrayList<>();
        specs.forEach(spec -> completed.addAll(NaivePatterns.of(spec, life)));
        return completed;
    }

    private static List<String> names(List<PatternSpec> specs, List<Told> life) {
        return model(specs, life).stream().map(Customer::name).toList();
    }
}
