package io.motengine.engine.state;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import io.motengine.schemas.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Words, dates and amounts of a record. */
final class RecordWords {
    private RecordWords() {}

    static void write(Collection<String> words, RecordWriter out) {
        out.number(words.size());
        words.forEach(out::word);
    }

    static List<String> read(RecordReader in) {
        List<String> words = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            words.add(in.word());
        }
        return List.copyOf(words);
    }

    static void write(LocalDate date, RecordWriter out) {
        out.flag(date != null);
        if (date != null) {
            out.signed(date.toEpochDay());
        }
    }

    static LocalDate readDate(RecordReader in) {
        return in.flag() ? LocalDate.ofEpochDay(in.signed()) : null;
    }

    static void write(Money money, RecordWriter out) {
        out.word(money == null ? null : money.currency());
        if (money != null) {
            out.signed(money.minor());
        }
    }

    static Money readMoney(RecordReader in) {
        String currency = in.word();
        return currency == null ? null : new Money(in.signed(), currency);
    }
}
