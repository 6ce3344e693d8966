package io.motengine.engine.state;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;

/** What the customer holds, what was sent to them and what of it is still out, in a record. */
final class LedgerForm {
    private LedgerForm() {}

    static void writeHoldings(CustomerState state, RecordWriter out) {
        out.number(state.holdings.size());
        state.holdings.forEach((id, held) -> {
            out.text(id);
            out.word(held.product());
            out.word(held.family());
            RecordWords.write(held.amount(), out);
            RecordWords.write(held.maturesOn(), out);
            out.flag(held.active());
            out.time(held.reportedAt());
        });
    }

    static void writeOpenActions(CustomerState state, RecordWriter out) {
        out.number(state.openActions.size());
        for (OpenAction open : state.openActions) {
            out.text(open.id());
            out.word(open.customer());
            out.word(open.strategy());
            out.word(open.channel());
            out.word(open.instance());
            out.time(open.issuedAt());
            out.time(open.expiresAt());
        }
    }

    static void read(CustomerState state, long anchor, RecordReader in) {
        for (int left = in.count(); left > 0; left--) {
            state.holdings.put(
                    in.text(),
                    new HeldProduct(
                            in.word(),
                            in.word(),
                            RecordWords.readMoney(in),
                            RecordWords.readDate(in),
                            in.flag(),
                            in.time()));
        }
        ContactsForm.read(state.contacts, anchor, in);
        for (int left = in.count(); left > 0; left--) {
            state.openActions.add(new OpenAction(
                    in.text(),
                    in.word(),
                    in.word(),
                    in.word(),
                    in.word(),
                    in.time(),
                    in.time(),
                    OpenAction.Life.ISSUED));
        }
    }
}
