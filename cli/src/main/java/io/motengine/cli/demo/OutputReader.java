package io.motengine.cli.demo;

import io.motengine.cli.wire.OutputTopics;
import io.motengine.schemas.Topics;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionEvent;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.ActionCodec;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.CloudEventHeaders;
import io.motengine.schemas.codec.CustomerCodec;
import io.motengine.schemas.codec.DeadLetterCodec;
import io.motengine.schemas.codec.DecisionCodec;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what the job writes, each decision and each action once however often it is repeated. Not thread-safe. */
final class OutputReader {
    private static final Logger LOG = LoggerFactory.getLogger(OutputReader.class);
    private final Figures figures;
    private final Backlog backlog;
    private final Consumer<ActionIssued> channels;
    private final RepeatedActions repeated = new RepeatedActions();
    private final Recent<String, Boolean> decisions = new Recent<>();

    /** @param channels given each action once */
    OutputReader(Figures figures, Backlog backlog, Consumer<ActionIssued> channels) {
        this.figures = figures;
        this.backlog = backlog;
        this.channels = channels;
    }

    /** @param readAt epoch milliseconds */
    void read(ConsumerRecord<byte[], byte[]> message, long readAt) {
        try {
            if (message.topic().equals(Topics.DECISIONS)) {
                count(DecisionCodec.read(message.value()));
            } else if (message.topic().equals(Topics.DEAD_LETTERS)) {
                figures.deadLetters()
                        .add(DeadLetterCodec.read(message.value()).code().code());
            } else if (message.topic().equals(Topics.CUSTOMERS)) {
                figures.views().add(message.value() == null ? "forgotten" : "shown");
                if (message.value() != null) {
                    figures.stories().take(CustomerCodec.read(message.value()));
                }
            } else if (message.topic().equals(Topics.INTERNAL)) {
                figures.told()
                        .add(EnvelopeReader.read(message.key(), message.value(), headers(message))
                                .type());
            } else if (OutputTopics.isActions(message.topic())) {
                count(ActionCodec.read(message.value()), message, readAt);
            }
        } catch (BadEventException e) {
            figures.unreadable().incrementAndGet();
            LOG.error(
                    "{}-{}@{} breaks the contract: {}",
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    e.getMessage());
        }
    }

    private static RecordHeaders headers(ConsumerRecord<byte[], byte[]> message) {
        return name -> {
            Header header = message.headers().lastHeader(name);
            return header == null ? null : header.value();
        };
    }

    private void count(DecisionRecord decision) {
        if (decisions.putIfAbsent(decision.id(), true) != null) {
            figures.repeats().add("decision");
            return;
        }
        figures.stories().take(decision);
        decision.moments().forEach(moment -> figures.moments().add(moment.moment()));
        for (CandidateFate candidate : decision.candidates()) {
            if (candidate.layer() != null) {
                figures.dropped().add(candidate.layer() + ": " + candidate.reason());
            }
        }
    }

    private void count(ActionEvent event, ConsumerRecord<byte[], byte[]> message, long readAt) {
        if (event instanceof ActionCancelled cancelled) {
            figures.cancelled().add(cancelled.reason());
            figures.stories().take(cancelled);
            return;
        }
        ActionIssued action = (ActionIssued) event;
        switch (repeated.see(action.id(), message.value())) {
            case SAME -> figures.repeats().add("action, same content");
            case DIFFERENT -> figures.repeats().add("action, different content");
            case FIRST -> {
                figures.actions().add(action.channel());
                figures.latest(action);
                figures.stories().take(action);
                Header ingress = message.headers().lastHeader(CloudEventHeaders.INGRESS);
                if (ingress != null) {
                    long millis = readAt - Long.parseLong(new String(ingress.value(), StandardCharsets.US_ASCII));
                    figures.latency(millis);
                    backlog.delay(millis, readAt);
                }
                channels.accept(action);
            }
        }
    }
}
