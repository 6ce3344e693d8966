package io.motengine.jobs.source;

import io.motengine.jobs.stream.StreamEvent;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;

/** A source and how it drives event time. */
public record TimedSource(Source<StreamEvent, ?, ?> source, WatermarkStrategy<StreamEvent> watermarks) {}
