package io.motengine.jobs;

import java.util.Collection;
import java.util.List;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;

/**
 * How RocksDB packs the records of customers: lz4, with a dictionary for each file, and blocks as small as they are set.
 *
 * <p>Records are small and alike. Larger blocks would find what they share too, but every read of one customer would unpack all of
 * a block; a dictionary finds it in blocks of 4 KiB. See docs/decisions/0014; zstd would pack a tenth better and unpack three times slower
 * (docs/decisions/0025). Files that were packed otherwise are read as they are and packed anew when they are compacted.
 */
public final class RecordCompression implements RocksDBOptionsFactory {
    private static final long serialVersionUID = 1;

    static final int DICTIONARY_BYTES = 16 << 10;

    @Override
    public DBOptions createDBOptions(DBOptions options, Collection<AutoCloseable> toClose) {
        return options;
    }

    @Override
    public ColumnFamilyOptions createColumnOptions(ColumnFamilyOptions options, Collection<AutoCloseable> toClose) {
        CompressionOptions dictionary =
                new CompressionOptions().setEnabled(true).setMaxDictBytes(DICTIONARY_BYTES);
        toClose.add(dictionary);
        // Flink names a compression for each level, which would go before the one for all.
        return options.setCompressionPerLevel(List.of())
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setCompressionOptions(dictionary);
    }
}
