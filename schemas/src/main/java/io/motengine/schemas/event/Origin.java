package io.motengine.schemas.event;

/** Where an event stood in Kafka: enough to find it again and to repeat the order of a run. */
public record Origin(String topic, int partition, long offset) {
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
