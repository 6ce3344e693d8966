package io.motengine.engine.scorecards;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is remembered of a customer's scorecards: the level of each, and since when. Mutable, with one owner at a time; part of
 * the customer's record.
 */
public final class ScoreMemory {
    /** By {@link #key} of the card: an id of a dozen letters would be the longest part of the record. */
    final Map<Integer, Standing> standings = new TreeMap<>();

    /** A card is known by the hash of its id; the check refuses two cards with the same. */
    public static int key(String card) {
        return card.hashCode();
    }

    public boolean isEmpty() {
        return standings.isEmpty();
    }

    /** Takes in what was remembered under another identity; which of the two is called does not matter. */
    public void merge(ScoreMemory other) {
        other.standings.forEach((card, standing) -> standings.merge(card, standing, Standing::merge));
    }

    public void write(RecordWriter out) {
        out.number(standings.size());
        standings.forEach((card, standing) -> {
            out.hash32(card);
            standing.write(out);
        });
    }

    public static ScoreMemory read(RecordReader in) {
        ScoreMemory memory = new ScoreMemory();
        for (int left = in.count(); left > 0; left--) {
            memory.standings.put(in.hash32(), Standing.read(in));
        }
        return memory;
    }
}
