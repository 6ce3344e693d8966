package io.motengine.cli.mapping;

import io.motengine.cli.mapping.Mapping.FileMapping;
import io.motengine.cli.mapping.RowMapper.Mapped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads the files of a mapping and gives their events, file by file, in the order of their rows. */
public final class HistoryReader {
    private final Mapping mapping;

    public HistoryReader(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Reads one file; others that it is joined with stand beside it. */
    public void read(FileMapping file, Path path, Sink sink) {
        Path folder = path.toAbsolutePath().getParent();
        List<Lookup> lookups =
                file.join().stream().map(join -> Lookup.read(join, folder)).toList();
        RowMapper mapper = new RowMapper(file, mapping.zone());
        new RowReader(path).read(file, new RowReader.Sink() {
            @Override
            public void row(Row row) throws IOException {
                try {
                    Row joined = row;
                    for (Lookup lookup : lookups) {
                        joined = lookup.join(joined);
                    }
                    give(mapper.map(joined), sink);
                } catch (RejectedRow e) {
                    sink.rejected(e);
                }
            }

            @Override
            public void rejected(RejectedRow rejected) {
                sink.rejected(rejected);
            }
        });
    }

    private void give(Mapped mapped, Sink sink) throws IOException {
        if (mapped.skipped() != null) {
            sink.skipped(mapped.skipped());
        } else if (mapping.from() != null && mapped.event().time().isBefore(mapping.from())) {
            sink.skipped("before " + mapping.from());
        } else if (mapping.until() != null && !mapped.event().time().isBefore(mapping.until())) {
            sink.skipped("not before " + mapping.until());
        } else {
            sink.event(mapped.event());
        }
    }

    /** What becomes of each row: exactly one of these. */
    public interface Sink {
        void event(MappedEvent event) throws IOException;

        void skipped(String reason);

        void rejected(RejectedRow rejected);
    }
}
