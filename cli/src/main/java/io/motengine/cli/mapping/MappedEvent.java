package io.motengine.cli.mapping;

import io.motengine.schemas.event.EventBody;
import java.time.Instant;

/**
 * An event made of a row.
 *
 * @param subject customer id; null if the row does not tell
 * @param time UTC
 */
public record MappedEvent(String id, String source, String subject, Instant time, EventBody body) {}
