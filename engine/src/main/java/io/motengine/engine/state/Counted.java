package io.motengine.engine.state;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What the customer has of things that are counted across customers: stock, quota, capacity; and what became of benefits. */
public final class Counted {
    private final List<Asking> asking = new ArrayList<>(0);
    private final List<Hold> holds = new ArrayList<>(0);
    private final List<Granted> grants = new ArrayList<>(0);

    /** Actions of which the allocator has not been heard yet, oldest first. */
    public List<Asking> asking() {
        return asking;
    }

    public List<Hold> holds() {
        return holds;
    }

    /** Benefits, oldest first; those that have ended for a while too. */
    public List<Granted> grants() {
        return grants;
    }

    public boolean isEmpty() {
        return asking.isEmpty() && holds.isEmpty() && grants.isEmpty();
    }

    /** Whether an action has left for certain: it counts for nothing, or has been given all. */
    public boolean hasLeft(String action) {
        return asking.stream().noneMatch(asked -> asked.action().equals(action));
    }

    /** Whether the benefit is the customer's for certain. */
    public boolean isCertain(Granted grant) {
        return holds.stream().noneMatch(hold -> hold.claim().equals(grant.id()) && !hold.given());
    }

    /** When the next benefit expires (epoch milliseconds), or {@link CustomerState#NEVER}. */
    public long nextDue() {
        long next = CustomerState.NEVER;
        for (Granted grant : grants) {
            next = grant.isOpen() ? Math.min(next, grant.expiresAt()) : next;
        }
        return next;
    }

    void clear() {
        asking.clear();
        holds.clear();
        grants.clear();
    }

    /** Takes in what was known under another name. */
    void addAll(Counted other, String name) {
        for (Asking asked : other.asking) {
            Asking.Recall recall = asked.recall();
            asking.add(
                    recall == null || recall.customer() != null
                            ? asked
                            : new Asking(
                                    asked.action(),
                                    new Asking.Recall(name, recall.channel(), recall.strategy(), recall.reason())));
        }
        holds.addAll(other.holds);
        grants.addAll(other.grants);
    }

    void write(RecordWriter out) {
        out.number(asking.size());
        for (Asking asked : asking) {
            id(asked.action(), out);
            out.flag(asked.recall() != null);
            if (asked.recall() != null) {
                out.word(asked.recall().customer());
                out.word(asked.recall().channel());
                out.word(asked.recall().strategy());
                out.word(asked.recall().reason());
            }
        }
        out.number(holds.size());
        for (Hold hold : holds) {
            out.word(hold.resource());
            id(hold.claim(), out);
            out.word(hold.action().equals(hold.claim()) ? null : hold.action());
            out.octet(hold.end().number() * 2 + (hold.given() ? 1 : 0));
        }
        out.number(grants.size());
        for (Granted grant : grants) {
            id(grant.id(), out);
            out.word(grant.benefit());
            out.time(grant.grantedAt());
            out.time(grant.expiresAt());
            out.signed(grant.progress());
            out.octet(grant.life().number());
        }
    }

    static void read(Counted into, RecordReader in) {
        for (int left = in.count(); left > 0; left--) {
            into.asking.add(new Asking(
                    id(in), in.flag() ? new Asking.Recall(in.word(), in.word(), in.word(), in.word()) : null));
        }
        for (int left = in.count(); left > 0; left--) {
            String resource = in.word();
            String claim = id(in);
            String action = in.word();
            int flags = in.octet();
            into.holds.add(new Hold(
                    resource, claim, action == null ? claim : action, (flags & 1) != 0, Hold.End.of(flags / 2)));
        }
        for (int left = in.count(); left > 0; left--) {
            into.grants.add(
                    new Granted(id(in), in.word(), in.time(), in.time(), in.signed(), Granted.Life.of(in.octet())));
        }
    }

    /** Ids that the engine gives are hashes in hex: half as long in bytes. */
    private static void id(String id, RecordWriter out) {
        out.block(HexFormat.of().parseHex(id));
    }

    private static String id(RecordReader in) {
        return HexFormat.of().formatHex(in.block());
    }
}
