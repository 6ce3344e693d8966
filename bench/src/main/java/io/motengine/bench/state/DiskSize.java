package io.motengine.bench.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/**
 * What records take in RocksDB once compacted: the files' bytes, index and keys included.
 *
 * @param blockBytes of a data block before compression; Flink leaves it at 4 KiB
 */
record DiskSize(CompressionType compression, int blockBytes) {
    /** As Flink sets RocksDB up by default. */
    static final DiskSize FLINK_DEFAULT = new DiskSize(CompressionType.SNAPPY_COMPRESSION, 4 << 10);

    static final List<DiskSize> ALL = List.of(
            FLINK_DEFAULT,
            new DiskSize(CompressionType.NO_COMPRESSION, 4 << 10),
            new DiskSize(CompressionType.LZ4_COMPRESSION, 4 << 10),
            new DiskSize(CompressionType.LZ4_COMPRESSION, 16 << 10),
            new DiskSize(CompressionType.ZSTD_COMPRESSION, 4 << 10),
            new DiskSize(CompressionType.ZSTD_COMPRESSION, 16 << 10));

    /** Bytes of all files. */
    long of(List<Map.Entry<byte[], byte[]>> entries) throws IOException {
        RocksDB.loadLibrary();
        Path folder = Files.createTempDirectory("bench-rocksdb");
        try (Options options = new Options()
                        .setCreateIfMissing(true)
                        .setCompressionType(compression)
                        .setTableFormatConfig(new BlockBasedTableConfig().setBlockSize(blockBytes));
                RocksDB db = RocksDB.open(options, folder.toString());
                WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
                CompactRangeOptions all = new CompactRangeOptions()
                        .setBottommostLevelCompaction(CompactRangeOptions.BottommostLevelCompaction.kForce)) {
            for (Map.Entry<byte[], byte[]> entry : entries) {
                db.put(unlogged, entry.getKey(), entry.getValue());
            }
            db.compactRange(db.getDefaultColumnFamily(), null, null, all);
            return db.getLongProperty("rocksdb.total-sst-files-size");
        } catch (RocksDBException e) {
            throw new IOException(e);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public String toString() {
        return compression.name().replace("_COMPRESSION", "").toLowerCase(java.util.Locale.ROOT) + ", blocks of "
                + (blockBytes >> 10) + " KiB" + (equals(FLINK_DEFAULT) ? " (Flink's default)" : "");
    }
}
