package io.motengine.engine.state;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Contacts in a record: each by its distance in minutes from the one before, the first from the anchor. Strategy and channel
 * together are a number from the second time on.
 */
final class ContactsForm {
    private static final long MINUTE = 60_000;
    private static final int KEYED = 1;
    private static final int NEW = 0;

    private ContactsForm() {}

    private record By(String strategy, String channel) {}

    static void write(List<Contact> contacts, long anchor, RecordWriter out) {
        out.number(contacts.size());
        Map<By, Integer> known = new HashMap<>();
        long before = Math.floorDiv(anchor, MINUTE);
        for (Contact contact : contacts) {
            long minute = contact.at() / MINUTE;
            out.signed(minute - before);
            before = minute;
            By by = new By(contact.strategy(), contact.channel());
            int number = known.getOrDefault(by, NEW);
            int keyed = contact.isSettled() ? 0 : KEYED;
            out.number(number * 2L + keyed);
            if (number == NEW) {
                known.put(by, known.size() + 1);
                out.word(by.strategy());
                out.word(by.channel());
            }
            if (keyed != 0) {
                out.hash32(contact.action());
            }
        }
    }

    static void read(List<Contact> contacts, long anchor, RecordReader in) {
        List<By> known = new ArrayList<>();
        long before = Math.floorDiv(anchor, MINUTE);
        for (int left = in.count(); left > 0; left--) {
            before += in.signed();
            int written = in.count();
            if (written / 2 == NEW) {
                known.add(new By(in.word(), in.word()));
            }
            By by = written / 2 == NEW ? known.get(known.size() - 1) : known.get(written / 2 - 1);
            int action = (written & KEYED) == 0 ? Contact.SETTLED : in.hash32();
            contacts.add(new Contact(before * MINUTE, action, by.strategy(), by.channel()));
        }
    }
}
