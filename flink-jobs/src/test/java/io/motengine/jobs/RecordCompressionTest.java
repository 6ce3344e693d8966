package io.motengine.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.jobs.config.JobConfig;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.PredefinedOptions;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.apache.flink.state.rocksdb.RocksDBResourceContainer;
import org.junit.jupiter.api.Test;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionOptions;
import org.rocksdb.CompressionType;

/** What the job's settings make of the options that RocksDB is opened with. */
final class RecordCompressionTest {
    @Test
    void opensRocksDbWithLz4AndADictionary_whenSetUpAsTheJobIs() throws Exception {
        Configuration settings = FlinkSettings.of(JobConfig.defaults());
        RocksDBOptionsFactory factory = new EmbeddedRocksDBStateBackend()
                .configure(settings, getClass().getClassLoader())
                .getRocksDBOptions();

        RocksDBResourceContainer container =
                new RocksDBResourceContainer(settings, PredefinedOptions.DEFAULT, factory, null, null, false);
        try (ColumnFamilyOptions options = container.getColumnOptions();
                CompressionOptions dictionary = options.compressionOptions()) {
            assertThat(options.compressionPerLevel()).isEmpty();
            assertThat(options.compressionType()).isEqualTo(CompressionType.LZ4_COMPRESSION);
            assertThat(dictionary.maxDictBytes()).isEqualTo(RecordCompression.DICTIONARY_BYTES);
        } finally {
            container.close();
        }
    }
}
