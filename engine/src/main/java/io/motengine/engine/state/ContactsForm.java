package io.motengine.engine.state;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
        // The first contact of each pair: a customer is told few things in few ways, and they are looked through faster
        // than a map.
        List<Contact> known = new ArrayList<>(0);
        long before = Math.floorDiv(anchor, MINUTE);
        for (Contact contact : contacts) {
            long minute = contact.at() / MINUTE;
            out.signed(minute - before);
            before = minute;
            int number = number(contact, known);
            int keyed = contact.isSettled() ? 0 : KEYED;
            out.number(number * 2L + keyed);
            if (number == NEW) {
                known.add(contact);
                out.word(contact.strategy());
                out.word(contact.channel());
            }
            if (keyed != 0) {
                out.hash32(contact.action());
            }
        }
    }

    private static int number(Contact contact, List<Contact> known) {
        for (int i = 0; i < known.size(); i++) {
            Contact first = known.get(i);
            if (Objects.equals(first.strategy(), contact.strategy())
                    && Objects.equals(first.channel(), contact.channel())) {
                return i + 1;
            }
        }
        return NEW;
    }

    static void read(List<Contact> contacts, long anchor, RecordReader in) {
        List<By> known = new ArrayList<>(0);
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
