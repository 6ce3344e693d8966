package io.motengine.jobs.source;

import org.apache.flink.api.connector.source.SourceEvent;

/** Tells a reader that it has been given all partitions that it gets for now, possibly none. */
record SplitsAssigned() implements SourceEvent {}
