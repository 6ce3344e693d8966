package io.motengine.engine.state;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.util.HexFormat;

/** What the customer holds, what was sent to them and what of it is still out, in a record. */
final class LedgerForm {
    private static final long MILLIS = 1_000;

    private LedgerForm() {}

    static void writeHoldings(CustomerState state, RecordTimes times, RecordWriter out) {
        out.number(state.holdings.size());
        state.holdings.forEach((id, held) -> {
            out.text(id);
            out.word(held.product());
            out.word(held.family());
            RecordWords.write(held.amount(), out);
            RecordWords.write(held.maturesOn(), out);
            out.flag(held.active());
            times.write(held.reportedAt(), out);
        });
    }

    static void writeOpenActions(CustomerState state, RecordTimes times, RecordWriter out) {
        out.number(state.openActions.size());
        for (OpenAction open : state.openActions) {
            out.block(HexFormat.of().parseHex(open.id()));
            out.word(open.customer());
            out.word(open.strategy());
            out.word(open.channel());
            out.text(open.instance());
            times.write(open.issuedAt(), out);
            times.write(open.expiresAt(), out);
            out.number(open.life().number());
        }
    }

    static void read(CustomerState state, RecordTimes times, RecordReader in) {
        for (int left = in.count(); left > 0; left--) {
            state.holdings.put(
                    in.text(),
                    new HeldProduct(
                            in.word(),
                            in.word(),
                            RecordWords.readMoney(in),
                            RecordWords.readDate(in),
                            in.flag(),
                            times.read(in)));
        }
        readContacts(state, in);
        for (int left = in.count(); left > 0; left--) {
            state.openActions.add(new OpenAction(
                    HexFormat.of().formatHex(in.block()),
                    in.word(),
                    in.word(),
                    in.word(),
                    in.text(),
                    times.read(in),
                    times.read(in),
                    OpenAction.Life.of(in.number())));
        }
    }

    /** Each contact by its distance from the one before, in seconds: the ledger is the largest part of many records. */
    static void writeContacts(CustomerState state, RecordWriter out) {
        out.number(state.contacts.size());
        long before = 0;
        for (Contact contact : state.contacts) {
            long second = contact.at() / MILLIS;
            out.signed(second - before);
            before = second;
            out.hash64(contact.action());
            out.word(contact.strategy());
            out.word(contact.channel());
        }
    }

    private static void readContacts(CustomerState state, RecordReader in) {
        long second = 0;
        for (int left = in.count(); left > 0; left--) {
            second += in.signed();
            state.contacts.add(new Contact(second * MILLIS, in.hash64(), in.word(), in.word()));
        }
    }
}
