package io.motengine.engine.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.facts.StageChanged;
import io.motengine.engine.lifecycle.StageHistory.Entry;
import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class StageHistoryTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void tellsAChange_withTheDaysSpent() {
        StageHistory history = new StageHistory();

        assertThat(history.enter("prospect", time("2026-01-05T01:00:00Z"), ZONE))
                .contains(new StageChanged("", "prospect", 0));
        assertThat(history.enter("prospect", time("2026-01-06T01:00:00Z"), ZONE))
                .isEmpty();
        // 23:30 and 00:30 in Shanghai: four nights
        assertThat(history.enter("honeymoon", time("2026-01-08T16:30:00Z"), ZONE))
                .contains(new StageChanged("prospect", "honeymoon", 4));
        assertThat(history.current()).isEqualTo("honeymoon");
        assertThat(history.since()).isEqualTo(time("2026-01-08T16:30:00Z"));
    }

    @Test
    void beginsNoStageBeforeTheOneItFollows() {
        StageHistory history = history("a", 5_000);

        history.enter("b", 3_000, ZONE);

        assertThat(history.entries()).containsExactly(new Entry("a", 5_000), new Entry("b", 5_000));
    }

    @Property
    void keepsTheLastEight_throughWritingAndReading(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 4) Integer> stages) {
        StageHistory history = new StageHistory();
        ArrayList<Entry> all = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            String stage = "s" + stages.get(i);
            if (all.isEmpty() || !all.get(all.size() - 1).stage().equals(stage)) {
                all.add(new Entry(stage, i * 1_000L));
            }
            history.enter(stage, i * 1_000L, ZONE);
            RecordWriter out = new RecordWriter();
            history.write(out);
            history = StageHistory.read(new RecordReader(out.toBytes()));
        }

        assertThat(history.entries()).isEqualTo(all.subList(Math.max(0, all.size() - StageHistory.KEPT), all.size()));
    }

    @Test
    void takesWhatAProspectWas_intoTheCustomersPast() {
        StageHistory customer = history("honeymoon", 5_000);
        StageHistory prospect = history("prospect", 1_000, "first-contact", 2_000);

        customer.merge(prospect, "prospect");

        assertThat(customer.entries())
                .containsExactly(
                        new Entry("prospect", 1_000), new Entry("first-contact", 2_000), new Entry("honeymoon", 5_000));
    }

    @Test
    void goesOnWhereTheProspectStood_whenTheCustomerHadOnlyBegun() {
        StageHistory customer = history("prospect", 5_000);
        StageHistory prospect = history("prospect", 1_000, "first-contact", 2_000);

        customer.merge(prospect, "prospect");

        assertThat(customer.entries()).containsExactly(new Entry("prospect", 1_000), new Entry("first-contact", 2_000));
        StageHistory nothing = new StageHistory();
        nothing.merge(customer, "prospect");
        assertThat(nothing.entries()).isEqualTo(customer.entries());
    }

    @Test
    void keepsTheCustomersStage_whenAnotherIdentityWasSeenLater() {
        StageHistory customer = history("honeymoon", 1_000, "rising", 4_000);

        customer.merge(history("first-contact", 6_000), "prospect");

        assertThat(customer.entries()).containsExactly(new Entry("honeymoon", 1_000), new Entry("rising", 4_000));
    }

    private static StageHistory history(Object... stagesAndTimes) {
        StageHistory history = new StageHistory();
        for (int i = 0; i < stagesAndTimes.length; i += 2) {
            history.enter((String) stagesAndTimes[i], (Integer) stagesAndTimes[i + 1], ZONE);
        }
        return history;
    }

    private static long time(String text) {
        return Instant.parse(text).toEpochMilli();
    }
}
