package io.motengine.cli.lists;

import static io.motengine.cli.screen.Numbers.count;

import io.motengine.cli.Refusal;
import io.motengine.cli.screen.Stages;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/** One import: each customer of the file once. */
final class ListImport {
    /** Who is quicker than this needs no progress. */
    private static final long QUIET_NANOS = 2_000_000_000;

    private static final int ROWS_BETWEEN = 5_000;

    private final CustomerList list;
    private final Sink sink;
    private final Stages stages;
    private final LongSupplier nanos;
    private final long startedAt;

    /** Where events go. */
    @FunctionalInterface
    interface Sink {
        void accept(String customer, byte[] event);
    }

    /** @param nanos a steady reading, as {@link System#nanoTime} */
    ListImport(CustomerList list, Sink sink, Stages stages, LongSupplier nanos) {
        this.list = list;
        this.sink = sink;
        this.stages = stages;
        this.nanos = nanos;
        this.startedAt = nanos.getAsLong();
    }

    /**
     * Reads the file to its end.
     *
     * @throws Refusal if the file cannot be used, or has nobody in it
     */
    ImportAccount run(NamesFile names) {
        ImportAccount account = new ImportAccount(list);
        Set<String> seen = new HashSet<>();
        names.read(new NamesFile.Sink() {
            @Override
            public void customer(String id) {
                if (seen.add(id)) {
                    sink.accept(id, list.event(id));
                    account.taken();
                } else {
                    account.duplicate();
                }
                progress(account.rows());
            }

            @Override
            public void refused(String problem) {
                account.refused(problem);
            }
        });
        if (account.rows() == 0) {
            throw new Refusal("no rows (expected: one customer id a row)");
        }
        return account;
    }

    private void progress(long rows) {
        if (rows % ROWS_BETWEEN == 0 && nanos.getAsLong() - startedAt > QUIET_NANOS) {
            stages.doing("rows: " + count(rows));
        }
    }
}
