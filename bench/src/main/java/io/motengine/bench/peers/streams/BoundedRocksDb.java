package io.motengine.bench.peers.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/** One bound for the RocksDB of all tasks, as the documents on memory have it, and bloom filters as the others have them. */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    static final String BYTES = "bench.rocksdb.bytes";
    private static final double BITS_PER_KEY = 10;
    /** One part in so many is for write buffers. */
    private static final int BUFFER_SHARE = 2;

    private static Cache cache;
    private static WriteBufferManager buffers;

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configuration) {
        share(Long.parseLong((String) configuration.get(BYTES)));
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(cache);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        table.setFilterPolicy(new BloomFilter(BITS_PER_KEY));
        options.setWriteBufferManager(buffers);
        options.setTableFormatConfig(table);
    }

    private static synchronized void share(long bytes) {
        if (cache == null) {
            cache = new LRUCache(bytes);
            buffers = new WriteBufferManager(bytes / BUFFER_SHARE, cache);
        }
    }

    /** Cache and buffers are the process's, not the store's. */
    @Override
    public void close(String store, Options options) {}
}
