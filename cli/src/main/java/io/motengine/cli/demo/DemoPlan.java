package io.motengine.cli.demo;

import io.motengine.cli.Refusal;
import io.motengine.cli.simulator.BankPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * What was asked of a demo.
 *
 * @param lasts null until Ctrl-C
 * @param eventsPerSecond mean over a simulated day; null for as many as so many people make
 * @param speed simulated seconds in a real second
 * @param webPort of Flink's web interface; 0 for any free port
 * @param keep whether data and logs stay at the end
 */
record DemoPlan(
        Duration lasts,
        int customers,
        Integer eventsPerSecond,
        double speed,
        long seed,
        String delivery,
        Path release,
        int webPort,
        boolean keep,
        Path runDirectory) {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** A Monday that is pay day for many. In the past of every machine's clock, and the same for everybody. */
    private static final LocalDateTime START = LocalDateTime.of(2025, 3, 10, 7, 0);

    private static final int SECONDS_A_DAY = 24 * 3600;

    DemoPlan {
        atLeast("--customers", customers, 1);
        if (eventsPerSecond != null) {
            atLeast("--rate", eventsPerSecond, 1);
        }
        if (!(speed >= 1)) {
            throw new Refusal("--speed: " + speed + " (expected: 1 or more)");
        }
        if (!delivery.equals("fast") && !delivery.equals("exact")) {
            throw new Refusal("--delivery: " + delivery + " (expected: fast or exact)");
        }
    }

    private static void atLeast(String option, int value, int least) {
        if (value < least) {
            throw new Refusal(option + ": " + value + " (expected: " + least + " or more)");
        }
    }

    /** What the bank sends on average. */
    double meanEventsPerSecond() {
        return bank().eventsPerCustomerDay() * customers * speed / SECONDS_A_DAY;
    }

    BankPlan bank() {
        double eventsPerCustomerDay =
                eventsPerSecond == null ? BankPlan.USUAL_EVENTS : eventsPerSecond * SECONDS_A_DAY / (speed * customers);
        return new BankPlan(seed, customers, START.atZone(ZONE).toInstant(), ZONE, eventsPerCustomerDay);
    }
}
