package io.motengine.cli.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StoriesTest {
    private static final Instant START = Instant.parse("2025-03-09T23:00:00Z");
    private static final BankPlan PLAN =
            new BankPlan(7, 50, START, ZoneId.of("Asia/Shanghai"), BankPlan.USUAL_EVENTS);

    @Test
    void tellsPastsBeforeTheStart_inOrder_andLivesWithinTheFirstDay() {
        Stories stories = new Stories(PLAN);

        List<BankEvent> past = stories.past().stream().flatMap(List::stream).toList();
        assertThat(past).allSatisfy(event -> assertThat(event.time()).isBefore(START));
        for (Story story : stories.all()) {
            assertThat(story.past().stream().flatMap(List::stream).toList()).isSortedAccordingTo(BankEvent.IN_TIME);
            assertThat(story.life()).isSortedAccordingTo(BankEvent.IN_TIME).allSatisfy(event -> assertThat(event.time())
                    .isBetween(START, START.plus(Duration.ofHours(10))));
        }
    }

    @Test
    void tellsWhatHappensTwice_amidTheBanksLife() {
        Stories stories = new Stories(PLAN);
        Iterator<BankEvent> woven = stories.in(new Bank(PLAN).life());
        Iterator<BankEvent> alone = new Bank(PLAN).life();
        List<BankEvent> told = new ArrayList<>();
        List<BankEvent> others = new ArrayList<>();
        List<BankEvent> all = new ArrayList<>();

        for (BankEvent event = woven.next(); event.time().isBefore(START.plus(Duration.ofDays(1))); event = woven.next()) {
            all.add(event);
            (Stories.isAbout(event.customer()) ? told : others).add(event);
        }

        assertThat(all).isSortedAccordingTo((a, b) -> a.time().compareTo(b.time()));
        assertThat(others).isNotEmpty().allSatisfy(event -> assertThat(event).isEqualTo(alone.next()));
        List<BankEvent> lives =
                stories.all().stream().flatMap(story -> story.life().stream()).toList();
        assertThat(told).hasSize(2 * lives.size()).containsAll(lives);
    }

    @Test
    void hasItsCustomersReachedAsTheStorySays() {
        Channels channels = new Channels(7);

        assertThat(channels.answer("a", "QIN", "app-push", START)).hasSize(1);
        assertThat(channels.answer("a", "QIN", "rm-task", START)).isEmpty();
        assertThat(channels.answer("a", "LAN", "app-push", START)).isEmpty();
    }
}
