package io.motengine.bench.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompressionOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/**
 * What records take in RocksDB once compacted, the files' index, keys and dictionary included, and how fast they are read one by
 * one when every block has to be unpacked.
 *
 * @param blockBytes of a data block before compression; Flink leaves it at 4 KiB
 * @param dictionaryBytes of a dictionary for each file, trained on a hundred times as much of it; 0 for none
 * @param level of zstd; others take none
 */
record DiskSize(CompressionType compression, int blockBytes, int dictionaryBytes, int level) {
    /** What zstd packs by unless told otherwise. */
    private static final int USUAL_LEVEL = 3;

    /** Packs slower and unpacks as fast. */
    private static final int HIGH_LEVEL = 9;

    /** As Flink sets RocksDB up by default. */
    static final DiskSize FLINK_DEFAULT = new DiskSize(CompressionType.SNAPPY_COMPRESSION, 4 << 10, 0, USUAL_LEVEL);

    static final List<DiskSize> ALL = List.of(
            FLINK_DEFAULT,
            new DiskSize(CompressionType.NO_COMPRESSION, 4 << 10, 0, USUAL_LEVEL),
            new DiskSize(CompressionType.LZ4_COMPRESSION, 16 << 10, 0, USUAL_LEVEL),
            zstd(4, 0),
            zstd(16, 0),
            zstd(32, 0),
            zstd(4, 16),
            new DiskSize(CompressionType.ZSTD_COMPRESSION, 4 << 10, 16 << 10, HIGH_LEVEL),
            zstd(8, 16),
            zstd(16, 16),
            zstd(16, 64),
            zstd(32, 16));

    private static final int TRAINED_ON = 100;
    private static final int READS = 40_000;

    /** Bytes of all files; point reads of random customers a second, by one thread. */
    record Measured(long bytes, double readsPerSecond) {}

    private static DiskSize zstd(int blockKibibytes, int dictionaryKibibytes) {
        return new DiskSize(
                CompressionType.ZSTD_COMPRESSION, blockKibibytes << 10, dictionaryKibibytes << 10, USUAL_LEVEL);
    }

    Measured of(List<Map.Entry<byte[], byte[]>> entries) throws IOException {
        RocksDB.loadLibrary();
        Path folder = Files.createTempDirectory("bench-rocksdb");
        try (CompressionOptions dictionary = new CompressionOptions()
                        .setEnabled(compression == CompressionType.ZSTD_COMPRESSION)
                        .setLevel(level)
                        .setMaxDictBytes(dictionaryBytes)
                        .setZStdMaxTrainBytes(dictionaryBytes * TRAINED_ON);
                Options options = new Options()
                        .setCreateIfMissing(true)
                        .setCompressionType(compression)
                        .setCompressionOptions(dictionary)
                        .setTableFormatConfig(new BlockBasedTableConfig()
                                .setBlockSize(blockBytes)
                                .setNoBlockCache(true));
                RocksDB db = RocksDB.open(options, folder.toString());
                WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
                CompactRangeOptions all = new CompactRangeOptions()
                        .setBottommostLevelCompaction(CompactRangeOptions.BottommostLevelCompaction.kForce)) {
            for (Map.Entry<byte[], byte[]> entry : entries) {
                db.put(unlogged, entry.getKey(), entry.getValue());
            }
            db.compactRange(db.getDefaultColumnFamily(), null, null, all);
            long bytes = db.getLongProperty("rocksdb.total-sst-files-size");
            readsPerSecond(entries, db);
            return new Measured(bytes, readsPerSecond(entries, db));
        } catch (RocksDBException e) {
            throw new IOException(e);
        } finally {
            delete(folder);
        }
    }

    private static double readsPerSecond(List<Map.Entry<byte[], byte[]>> entries, RocksDB db) throws RocksDBException {
        SplittableRandom random = new SplittableRandom(1);
        long began = System.nanoTime();
        for (int read = 0; read < READS; read++) {
            if (db.get(entries.get(random.nextInt(entries.size())).getKey()) == null) {
                throw new IllegalStateException("a record that was written is not there");
            }
        }
        return READS * 1e9 / (System.nanoTime() - began);
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
        return compression.name().replace("_COMPRESSION", "").toLowerCase(Locale.ROOT) + ", blocks of "
                + (blockBytes >> 10) + " KiB"
                + (dictionaryBytes == 0 ? "" : ", dictionary of " + (dictionaryBytes >> 10) + " KiB")
                + (level == USUAL_LEVEL ? "" : ", level " + level)
                + (equals(FLINK_DEFAULT) ? " (Flink's default)" : "");
    }
}
