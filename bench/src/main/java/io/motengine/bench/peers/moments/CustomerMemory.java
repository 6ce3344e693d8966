package io.motengine.bench.peers.moments;

import io.motengine.bench.peers.moments.PlainEvent.Click;
import io.motengine.bench.peers.moments.PlainEvent.Posting;
import java.nio.ByteBuffer;

/**
 * What somebody who writes the moments by hand keeps of one customer: two sequences half done, clicks by the hour, outflow by
 * the day. {@link #count} comes before a moment is judged, {@link #settle} after it.
 */
public final class CustomerMemory {
    private static final int HOURS = 24;
    private static final int DAYS = 7;
    private static final long HOUR = Limits.DAY / HOURS;
    private static final int BYTES = 3 * Long.BYTES + 2 * Integer.BYTES + HOURS * Short.BYTES + DAYS * Long.BYTES;
    private static final int MOST = 0xffff;

    private long loanViewed;
    private long firstRates;
    private long secondRates;
    private int hour;
    private int day;
    private final int[] clicks = new int[HOURS];
    private final long[] outflow = new long[DAYS];

    /** When the loan page was looked at last, 0 if not since it led to a calculation. */
    public long getLoanViewed() {
        return loanViewed;
    }

    /** When exchange rates were looked at last but one, 0 if not since three looks were a moment. */
    public long getFirstRates() {
        return firstRates;
    }

    /** Clicks of the newest hour and the twenty-three before it. */
    public long getClicks() {
        long sum = 0;
        for (int each : clicks) {
            sum += each;
        }
        return sum;
    }

    /** Minor units that left on the newest day and the six before it. */
    public long getWeekOutflow() {
        long sum = 0;
        for (long each : outflow) {
            sum += each;
        }
        return sum;
    }

    /** Adds the event to the figures. */
    public void count(PlainEvent event) {
        if (event instanceof Click) {
            int at = (int) Math.floorDiv(event.time(), HOUR);
            for (int passed = Math.max(hour + 1, at - HOURS + 1); passed <= at; passed++) {
                clicks[passed % HOURS] = 0;
            }
            hour = Math.max(hour, at);
            clicks[at % HOURS] = Math.min(clicks[at % HOURS] + 1, MOST);
        } else if (event instanceof Posting posting && leaves(posting)) {
            int at = (int) Math.floorDiv(event.time(), Limits.DAY);
            for (int passed = Math.max(day + 1, at - DAYS + 1); passed <= at; passed++) {
                outflow[passed % DAYS] = 0;
            }
            day = Math.max(day, at);
            outflow[at % DAYS] += posting.amount();
        }
    }

    /** Whether it counts as outflow. */
    public static boolean leaves(Posting posting) {
        return !posting.credit()
                && (posting.category().equals("transfer") || posting.category().equals("securities"));
    }

    /** Takes the event as the next step of the sequences; what has come to its end with it is used up. */
    public void settle(PlainEvent event) {
        if (!(event instanceof Click click)) {
            return;
        }
        switch (click.page()) {
            case "loan" -> loanViewed = click.time();
            case "loan-calculator" -> {
                if (click.time() - loanViewed <= Limits.WITHIN) {
                    loanViewed = 0;
                }
            }
            case "foreign-exchange" -> {
                boolean third = click.time() - firstRates <= Limits.WITHIN;
                firstRates = third ? 0 : secondRates;
                secondRates = third ? 0 : click.time();
            }
            default -> {}
        }
    }

    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(loanViewed)
                .putLong(firstRates)
                .putLong(secondRates)
                .putInt(hour)
                .putInt(day);
        for (int each : clicks) {
            bytes.putShort((short) each);
        }
        for (long each : outflow) {
            bytes.putLong(each);
        }
        return bytes.array();
    }

    /**
     * What {@link #toBytes} wrote.
     *
     * @param written null for a customer of whom nothing is kept
     */
    public static CustomerMemory of(byte[] written) {
        CustomerMemory memory = new CustomerMemory();
        if (written == null) {
            return memory;
        }
        ByteBuffer bytes = ByteBuffer.wrap(written);
        memory.loanViewed = bytes.getLong();
        memory.firstRates = bytes.getLong();
        memory.secondRates = bytes.getLong();
        memory.hour = bytes.getInt();
        memory.day = bytes.getInt();
        for (int i = 0; i < HOURS; i++) {
            memory.clicks[i] = bytes.getShort() & MOST;
        }
        for (int i = 0; i < DAYS; i++) {
            memory.outflow[i] = bytes.getLong();
        }
        return memory;
    }
}
