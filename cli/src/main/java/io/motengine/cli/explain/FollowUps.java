package io.motengine.cli.explain;

import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionEvent;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.ActionCodec;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.EventBinder;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Feedback;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What became of actions: their content as it left, cancellations, and what channels said. */
final class FollowUps {
    private final Map<String, ActionIssued> issued = new TreeMap<>();
    private final Map<String, Set<Event>> events = new TreeMap<>();

    /**
     * Something that happened to an action.
     *
     * @param what {@code cancelled}, or the outcome that a channel reported in small letters
     * @param reason null if none was given
     */
    record Event(Instant time, String what, String channel, String reason) {}

    /** Takes a message if it is about an action; whatever else it is, it is not looked at. */
    void take(byte[] message) {
        try {
            EventEnvelope envelope = EnvelopeReader.read(null, message, RecordHeaders.NONE);
            if (envelope.type().equals(EventTypes.FEEDBACK)) {
                Feedback feedback = (Feedback) EventBinder.bind(envelope.type(), envelope.body());
                String outcome =
                        feedback.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
                add(feedback.actionId(), new Event(envelope.time(), outcome, feedback.channel(), feedback.reason()));
                return;
            }
            ActionEvent action = ActionCodec.read(message);
            if (action instanceof ActionIssued first) {
                issued.putIfAbsent(first.id(), first);
            } else if (action instanceof ActionCancelled gone) {
                add(gone.actionId(), new Event(gone.time(), "cancelled", gone.channel(), gone.reason()));
            }
        } catch (BadEventException e) {
            // It stands on the dead letters, if it was the engine's to read.
        }
    }

    private void add(String action, Event event) {
        events.computeIfAbsent(action, id -> new LinkedHashSet<>()).add(event);
    }

    /** Null if it is not there any more. */
    ActionIssued issued(String action) {
        return issued.get(action);
    }

    /** In order of time; what was told twice stands once. */
    List<Event> of(String action) {
        List<Event> sorted = new ArrayList<>(events.getOrDefault(action, Set.of()));
        sorted.sort(Comparator.comparing(Event::time));
        return sorted;
    }
}
