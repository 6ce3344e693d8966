package io.motengine.jobs.sink;

import io.motengine.jobs.stream.OutputRecord;
import io.motengine.schemas.Topics;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.ActionCodec;
import io.motengine.schemas.codec.CloudEventHeaders;
import io.motengine.schemas.codec.CustomerCodec;
import io.motengine.schemas.codec.DeadLetterCodec;
import io.motengine.schemas.codec.DecisionCodec;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.customer.CustomerView;
import io.motengine.schemas.decision.DeadLetter;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.EventEnvelope;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What the engine concludes, as Kafka records of the contract. */
public final class OutputRecords {
    private OutputRecords() {}

    /**
     * An action on its channel's topic.
     *
     * @param causeMillis Kafka timestamp of the record that caused the action; null if none did
     */
    public static OutputRecord issued(ActionIssued action, Long causeMillis) {
        Map<String, String> headers = headers(ActionIssued.TYPE);
        if (causeMillis != null) {
            headers.put(CloudEventHeaders.INGRESS, causeMillis.toString());
        }
        return record(Topics.actions(action.channel()), action.customer(), ActionCodec.write(action), headers);
    }

    public static OutputRecord cancelled(ActionCancelled action) {
        return record(
                Topics.actions(action.channel()),
                action.customer(),
                ActionCodec.write(action),
                headers(ActionCancelled.TYPE));
    }

    public static OutputRecord decision(DecisionRecord decision) {
        return record(
                Topics.DECISIONS, decision.customer(), DecisionCodec.write(decision), headers(DecisionRecord.TYPE));
    }

    /** What a release that only looks on would have decided. */
    public static OutputRecord shadowed(DecisionRecord decision) {
        return record(
                Topics.SHADOW_DECISIONS,
                decision.customer(),
                DecisionCodec.write(decision),
                headers(DecisionRecord.TYPE));
    }

    /** An event for another customer, or for the one that an identity became. */
    public static OutputRecord told(EventEnvelope event) {
        return record(Topics.INTERNAL, event.subject(), EventWriter.write(event), headers(event.type()));
    }

    /** What all channels may see of a customer from now on. */
    public static OutputRecord view(CustomerView view) {
        return record(Topics.CUSTOMERS, view.customer(), CustomerCodec.write(view), headers(CustomerView.TYPE));
    }

    /** Channels are to forget the customer: a record without a value, which compaction takes for a deletion. */
    public static OutputRecord gone(String customer) {
        return record(Topics.CUSTOMERS, customer, null, Map.of());
    }

    public static OutputRecord deadLetter(DeadLetter letter) {
        return record(Topics.DEAD_LETTERS, letter.key(), DeadLetterCodec.write(letter), headers(DeadLetter.TYPE));
    }

    private static OutputRecord record(String topic, String key, byte[] value, Map<String, String> headers) {
        return new OutputRecord(topic, key.getBytes(StandardCharsets.UTF_8), value, headers);
    }

    private static Map<String, String> headers(String type) {
        Map<String, String> headers = new HashMap<>();
        headers.put(CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.STRUCTURED_JSON);
        headers.put(CloudEventHeaders.TYPE, type);
        return headers;
    }
}
