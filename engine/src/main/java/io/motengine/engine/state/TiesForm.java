package io.motengine.engine.state;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;

/** What few customers have, in a record: lists, links, identities, a view that waits, plans, counted things. One byte says which of it there is. */
final class TiesForm {
    private static final int LISTS = 1;
    private static final int LINKS = 2;
    private static final int GOALS = 4;
    private static final int IDENTITY = 8;
    private static final int SHOWN = 16;
    private static final int STALE = 32;
    private static final int PLANS = 64;
    private static final int COUNTED = 128;

    private TiesForm() {}

    static void write(CustomerState state, RecordWriter out) {
        int present = (state.lists.isEmpty() ? 0 : LISTS)
                | (state.links.isEmpty() ? 0 : LINKS)
                | (state.goalsMet.isEmpty() ? 0 : GOALS)
                | (isPlain(state.identity) ? 0 : IDENTITY)
                | (state.shown.hash == 0 ? 0 : SHOWN)
                | (state.shown.stale ? STALE : 0)
                | (PlansForm.isPlain(state) ? 0 : PLANS)
                | (state.counted.isEmpty() ? 0 : COUNTED);
        out.octet(present);
        if ((present & LISTS) != 0) {
            out.number(state.lists.size());
            state.lists.forEach((label, entry) -> {
                out.word(label);
                RecordWords.write(entry.until(), out);
                out.flag(entry.listed());
                out.time(entry.reportedAt());
            });
        }
        if ((present & LINKS) != 0) {
            out.number(state.links.size());
            state.links.forEach((link, standing) -> {
                out.word(link.relation());
                out.text(link.other());
                out.flag(standing.ended());
                out.time(standing.reportedAt());
            });
        }
        if ((present & GOALS) != 0) {
            RecordWords.write(state.goalsMet, out);
        }
        if ((present & IDENTITY) != 0) {
            out.text(state.identity.into);
            out.time(state.identity.erasedAt);
            RecordWords.write(state.identity.merged, out);
        }
        if ((present & SHOWN) != 0) {
            out.hash64(state.shown.hash);
            out.time(state.shown.at);
            out.time(state.shown.dueAt);
        }
        if ((present & PLANS) != 0) {
            PlansForm.write(state, out);
        }
        if ((present & COUNTED) != 0) {
            state.counted.write(out);
        }
    }

    static void read(CustomerState state, RecordReader in) {
        int present = in.octet();
        for (int left = (present & LISTS) == 0 ? 0 : in.count(); left > 0; left--) {
            state.lists.put(in.word(), new ListEntry(RecordWords.readDate(in), in.flag(), in.time()));
        }
        for (int left = (present & LINKS) == 0 ? 0 : in.count(); left > 0; left--) {
            state.links.put(new Link(in.word(), in.text()), new Link.Standing(in.flag(), in.time()));
        }
        if ((present & GOALS) != 0) {
            state.goalsMet.addAll(RecordWords.read(in));
        }
        if ((present & IDENTITY) != 0) {
            state.identity.into = in.text();
            state.identity.erasedAt = in.time();
            state.identity.merged.addAll(RecordWords.read(in));
        }
        if ((present & SHOWN) != 0) {
            state.shown.hash = in.hash64();
            state.shown.at = in.time();
            state.shown.dueAt = in.time();
        }
        state.shown.stale = (present & STALE) != 0;
        if ((present & PLANS) != 0) {
            PlansForm.read(state, in);
        }
        if ((present & COUNTED) != 0) {
            Counted.read(state.counted, in);
        }
    }

    private static boolean isPlain(Identity identity) {
        return identity.into == null && !identity.isErased() && identity.merged.isEmpty();
    }
}
