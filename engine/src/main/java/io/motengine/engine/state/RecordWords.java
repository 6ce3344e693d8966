package io.motengine.engine.state;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import io.motengine.schemas.money.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Words, dates and amounts of a record. */
final class RecordWords {
    /** Days of dates are counted from here: most dates of a customer lie within decades of it. */
    private static final long FIRST_DAY = LocalDate.of(2026, 1, 1).toEpochDay();

    private RecordWords() {}

    static void write(Collection<String> words, RecordWriter out) {
        out.number(words.size());
        for (String word : words) {
            out.word(word);
        }
    }

    static List<String> read(RecordReader in) {
        int count = in.count();
        if (count == 0) {
            return List.of();
        }
        String[] words = new String[count];
        for (int i = 0; i < count; i++) {
            words[i] = in.word();
        }
        return List.of(words);
    }

    static void write(LocalDate date, RecordWriter out) {
        long days = date == null ? 0 : date.toEpochDay() - FIRST_DAY;
        out.number(date == null ? 0 : ((days << 1) ^ (days >> 63)) + 1);
    }

    static LocalDate readDate(RecordReader in) {
        long written = in.number();
        long days = written - 1;
        return written == 0 ? null : LocalDate.ofEpochDay(FIRST_DAY + ((days >>> 1) ^ -(days & 1)));
    }

    static void write(Money money, RecordWriter out) {
        out.word(money == null ? null : money.currency());
        if (money != null) {
            out.amount(money.minor());
        }
    }

    static Money readMoney(RecordReader in) {
        String currency = in.word();
        return currency == null ? null : new Money(in.amount(), currency);
    }
}
