package io.motengine.cli.rules.simulate;

import io.motengine.engine.catalog.Channel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All that is reported of a simulation.
 *
 * @param comparison null if there is none
 */
record Report(SimulationPlan plan, Recording recording, Simulated simulated, Comparison comparison) {
    private static final int[] BOUNDS = {1, 2, 3, 5, 10};

    Figures figures() {
        return simulated.results().figures();
    }

    /**
     * Actions of one channel.
     *
     * @param busiest most actions of one day of whomever the capacity is for: the channel, a branch or a manager
     * @param capacity of a day; null if it has none
     */
    record ChannelLoad(String channel, long actions, long busiest, String when, Integer capacity, String per) {}

    List<ChannelLoad> channels() {
        List<ChannelLoad> loads = new ArrayList<>();
        figures().channelDays().forEach((id, days) -> {
            Channel channel = simulated.release().catalog().channels().get(id);
            Map.Entry<String, Long> busiest = days.entrySet().stream()
                    .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow();
            Channel.Capacity capacity = channel.capacity();
            loads.add(new ChannelLoad(
                    id,
                    days.values().stream().mapToLong(Long::longValue).sum(),
                    busiest.getValue(),
                    busiest.getKey(),
                    capacity == null ? null : capacity.perDay(),
                    capacity == null
                            ? "channel"
                            : capacity.per().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        });
        return loads;
    }

    /** How many customers had how many marketing actions. */
    Map<String, Long> contacts() {
        Map<String, Long> histogram = new LinkedHashMap<>();
        int known = simulated.customers();
        histogram.put("0", (long) Math.max(0, known - figures().contacts().size()));
        int from = 1;
        for (int bound : BOUNDS) {
            histogram.put(from == bound ? "" + bound : from + " to " + bound, between(from, bound));
            from = bound + 1;
        }
        histogram.put("more than " + BOUNDS[BOUNDS.length - 1], between(from, Integer.MAX_VALUE));
        return histogram;
    }

    private long between(int from, int to) {
        return figures().contacts().values().stream()
                .filter(count -> count >= from && count <= to)
                .count();
    }
}
