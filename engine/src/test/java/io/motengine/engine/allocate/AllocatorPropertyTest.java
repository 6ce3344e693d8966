package io.motengine.engine.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeTry;

/** Random messages, repeated and out of order, against a model that keeps every message and counts anew each time. */
class AllocatorPropertyTest {
    private static final int MESSAGES = 300;
    private static final int CLAIMS = 40;
    private static final long STOCK = 7;
    private static final long COST = 500;
    private static final long BUDGET = 3_100;
    private static final long PER_DAY = 4;
    private static final List<String> DAYS =
            List.of("capacity:rm-task:rm-1:2026-03-10", "capacity:rm-task:rm-2:2026-03-10");

    private MemoryShelf shelf;
    private Allocator allocator;
    private NaiveAllocator model;

    @BeforeTry
    void empty() {
        shelf = new MemoryShelf();
        allocator = new Allocator(shelf);
        model = new NaiveAllocator();
    }

    @Property(tries = 200)
    void givesWhatTheModelGives_andNeverMoreThanThereIs(@ForAll long seed) {
        Random random = new Random(seed);
        List<Asked> sent = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            Asked asked =
                    random.nextInt(4) == 0 && !sent.isEmpty() ? sent.get(random.nextInt(sent.size())) : any(random, i);
            sent.add(asked);
            assertThat(answer(asked)).isEqualTo(model.take(asked));
            assertCounted("benefit:b");
            DAYS.forEach(this::assertCounted);
        }
    }

    @Property(tries = 100)
    void givesNothingTwice_toWhomeverAsksTwice(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < MESSAGES; i++) {
            Asked asked = any(random, i);
            Optional<String> first = answer(asked);
            List<ResourceState> once = states();
            assertThat(answer(asked)).isEqualTo(first);
            assertThat(states()).isEqualTo(once);
        }
    }

    @Property
    void readsWhatItWrote(@ForAll long seed) {
        Random random = new Random(seed);
        ResourceState state = new ResourceState(
                random.nextLong() >>> 1, random.nextLong() >>> 1, random.nextLong(), random.nextLong());
        assertThat(ResourceState.of(state.bytes())).isEqualTo(state);
        assertThat(ResourceState.NEW.bytes()).hasSize(5);
    }

    private List<ResourceState> states() {
        return List.of(shelf.state("benefit:b"), shelf.state(DAYS.get(0)), shelf.state(DAYS.get(1)));
    }

    private void assertCounted(String resource) {
        ResourceState state = shelf.state(resource);
        assertThat(state.out()).isEqualTo(model.out(resource));
        assertThat(state.spent()).isEqualTo(model.spent(resource));
        assertThat(state.out()).isBetween(0L, model.mostEver(resource));
    }

    private Optional<String> answer(Asked asked) {
        if (asked instanceof Asked.Claim claim) {
            return allocator.claim(claim.needs());
        }
        if (asked instanceof Asked.GiveBack back) {
            allocator.giveBack(back.resource(), back.claim());
        } else if (asked instanceof Asked.Correct correct) {
            allocator.correct(correct.resource(), correct.id(), correct.change(), correct.budgetChange());
        }
        return Optional.empty();
    }

    private static Asked any(Random random, int number) {
        int who = random.nextInt(CLAIMS);
        String day = DAYS.get(random.nextInt(DAYS.size()));
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Asked.GiveBack("benefit:b", "offer-" + who);
            case 2, 3 -> new Asked.GiveBack(day, "action-" + who);
            case 4 ->
                new Asked.Correct("benefit:b", "/t/" + number, random.nextInt(7) - 3, COST * (random.nextInt(7) - 3));
            default -> new Asked.Claim(null, needs(random, who, day));
        };
    }

    private static List<Need> needs(Random random, int who, String day) {
        Need benefit = new Need("benefit:b", "offer-" + who, STOCK, COST, BUDGET);
        Need capacity = Need.one(day, "action-" + who, PER_DAY);
        return switch (random.nextInt(3)) {
            case 0 -> List.of(benefit);
            case 1 -> List.of(capacity);
            default -> List.of(benefit, capacity);
        };
    }
}
