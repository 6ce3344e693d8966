package io.motengine.engine.governance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * How often, how soon and when a customer may be approached; service messages are never counted nor capped.
 *
 * @param perDay over all channels and strategies
 * @param perWeek over all channels and strategies
 * @param caps for a channel, a strategy or a product family
 * @param minGap least time between two contacts; none if not given
 * @param coolDown how long a strategy rests after a refusal, by the channel's reason; {@code refused} for every other reason
 * @param quietHours in the customer's time zone; null for none
 * @param holidays whether days that are not worked are quiet altogether
 */
public record ContactRules(
        int perDay,
        int perWeek,
        List<Cap> caps,
        Duration minGap,
        Map<String, Duration> coolDown,
        QuietHours quietHours,
        Holidays holidays) {
    public ContactRules {
        caps = caps == null ? List.of() : List.copyOf(caps);
        minGap = minGap == null ? Duration.ZERO : minGap;
        coolDown = coolDown == null ? Map.of() : Map.copyOf(coolDown);
        holidays = holidays == null ? Holidays.OPEN : holidays;
    }

    /** A day and a week's contacts and nothing else. */
    public static ContactRules of(int perDay, int perWeek) {
        return new ContactRules(perDay, perWeek, null, null, null, null, null);
    }

    /**
     * Most contacts in a calendar day, week (from Monday) or month of the bank's zone.
     *
     * @param channel counted by this channel only; null for all
     * @param strategy counted by this strategy only; null for all
     * @param family counted by strategies with a product of this family only; null for all
     * @param stage holds only while the customer is in this stage, for all that they have got by then; null for everybody
     */
    public record Cap(int most, Period per, String channel, String strategy, String family, String stage) {
        /** In every stage. */
        public Cap(int most, Period per, String channel, String strategy, String family) {
            this(most, per, channel, strategy, family, null);
        }
    }

    /** A span of the calendar. */
    public enum Period {
        DAY,
        WEEK,
        MONTH
    }

    /**
     * When nobody is approached. What would leave within waits for the end, and is judged anew then; what would have expired
     * by then is dropped.
     *
     * @param from first quiet minute
     * @param until first minute that is not
     */
    public record QuietHours(LocalTime from, LocalTime until) {}

    /** What days that are not worked are to marketing. */
    public enum Holidays {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("quiet")
        QUIET
    }
}
