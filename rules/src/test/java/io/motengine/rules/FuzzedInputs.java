package io.motengine.rules;

import io.motengine.rules.reference.Entry.Told;
import io.motengine.rules.reference.RandomLife;
import io.motengine.schemas.codec.EventWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Events of random lives, and the examples of the contract, one after the other, most of them spoilt. */
final class FuzzedInputs {
    private static final int CUSTOMERS = 250;
    private static final int LIFE = 1_000;
    private static final String EXAMPLES_CUSTOMER = "C-1024";

    private final Random random;
    private final Mutations mutations;
    private final List<String> examples;
    private final List<List<Told>> lives = new ArrayList<>();
    private final int[] lived = new int[CUSTOMERS];
    private Instant clockOfExamples = Instant.parse("2026-01-30T00:00:00Z");
    private int sent;

    /** A message, and the wall clock when it is read. */
    record Timed(Message message, Instant now) {}

    FuzzedInputs(long seed, Path examplesFolder) throws IOException {
        random = new Random(seed);
        mutations = new Mutations(random);
        try (Stream<Path> files = Files.list(examplesFolder)) {
            examples = files.sorted().map(FuzzedInputs::text).toList();
        }
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            lives.add(RandomLife.of(seed + customer, LIFE));
        }
    }

    Timed next() {
        sent++;
        return random.nextInt(5) == 0 ? example() : lived();
    }

    private Timed lived() {
        int customer = random.nextInt(CUSTOMERS);
        Told event = lives.get(customer).get(lived[customer]++ % LIFE);
        String id = "c" + customer;
        String subject = random.nextInt(100) == 0 ? null : id;
        byte[] value = EventWriter.write(event.id(), event.source(), subject, event.time(), event.body());
        return new Timed(Message.around(mutations.of(value), id, random), event.time());
    }

    /** With an id and mostly a time of its own: without, nearly all would be duplicates or too late. */
    private Timed example() {
        clockOfExamples = clockOfExamples.plusSeconds(60);
        String text = examples.get(random.nextInt(examples.size()));
        String fresh = text.replaceFirst("\"id\": *\"[^\"]*\"", "\"id\": \"e" + sent + "\"");
        String timed = random.nextInt(20) == 0
                ? fresh
                : fresh.replaceFirst("\"time\": *\"[^\"]*\"", "\"time\": \"" + clockOfExamples + "\"");
        byte[] value = timed.getBytes(StandardCharsets.UTF_8);
        return new Timed(Message.around(mutations.of(value), EXAMPLES_CUSTOMER, random), clockOfExamples);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
