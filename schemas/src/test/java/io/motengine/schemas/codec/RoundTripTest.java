package io.motengine.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.schemas.Contract;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionEvent;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.action.Content;
import io.motengine.schemas.decision.DeadLetter;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.decision.DecisionRecord.Cause;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.decision.DecisionRecord.RuleFailure;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written is valid against its schema and is read back the same. */
class RoundTripTest {

    @Property
    void event(
            @ForAll("bodies") EventBody body,
            @ForAll("words") String id,
            @ForAll("words") String customer,
            @ForAll("times") Instant time)
            throws BadEventException {
        byte[] written = EventWriter.write(id, "/core-banking", customer, time, body);

        EventEnvelope read =
                EnvelopeReader.read(customer.getBytes(StandardCharsets.UTF_8), written, RecordHeaders.NONE);

        assertThat(Contract.violations(EventTypes.of(body), written)).isEmpty();
        assertThat(read)
                .usingRecursiveComparison()
                .isEqualTo(new EventEnvelope(
                        id, "/core-banking", EventTypes.of(body), customer, time, EventWriter.body(body)));
        assertThat(EventBinder.bind(read.type(), read.body())).isEqualTo(body);
        assertThat(EventWriter.write(read)).isEqualTo(written);
    }

    @Property
    void action(@ForAll("actions") ActionEvent action) throws BadEventException {
        byte[] written = ActionCodec.write(action);

        assertThat(Contract.violations(
                        action instanceof ActionIssued ? ActionIssued.TYPE : ActionCancelled.TYPE, written))
                .isEmpty();
        assertThat(ActionCodec.read(written)).isEqualTo(action);
    }

    @Property
    void decision(@ForAll("decisions") DecisionRecord decision) throws BadEventException {
        byte[] written = DecisionCodec.write(decision);

        assertThat(Contract.violations(DecisionRecord.TYPE, written)).isEmpty();
        assertThat(DecisionCodec.read(written)).isEqualTo(decision);
    }

    @Property
    void deadLetter(
            @ForAll("origins") Origin origin,
            @ForAll ErrorCode code,
            @ForAll byte[] payload,
            @ForAll("texts") String message)
            throws BadEventException {
        DeadLetter letter = DeadLetter.of(origin, code, message, payload);
        byte[] written = DeadLetterCodec.write(letter);

        assertThat(Contract.violations(DeadLetter.TYPE, written)).isEmpty();
        assertThat(DeadLetterCodec.read(written)).usingRecursiveComparison().isEqualTo(letter);
    }

    @Provide
    Arbitrary<EventBody> bodies() {
        return Generated.bodies();
    }

    @Provide
    Arbitrary<String> words() {
        return Generated.words();
    }

    @Provide
    Arbitrary<String> texts() {
        return Generated.texts();
    }

    @Provide
    Arbitrary<Instant> times() {
        return Generated.times();
    }

    @Provide
    Arbitrary<Origin> origins() {
        return Combinators.combine(
                        Generated.words(),
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.longs().greaterOrEqual(0))
                .as(Origin::new);
    }

    @Provide
    Arbitrary<ActionEvent> actions() {
        Arbitrary<ActionEvent> cancelled = Combinators.combine(words(), times(), words(), words())
                .as((id, time, customer, other) -> new ActionCancelled(id, time, customer, other, other, other, other));
        return Arbitraries.oneOf(issued(), cancelled);
    }

    private Arbitrary<ActionEvent> issued() {
        Arbitrary<Content> contents = Combinators.combine(
                        words(), words(), Generated.maybe(texts()), texts(), Generated.maybe(texts()))
                .as(Content::new);
        Arbitrary<Integer> counts = Arbitraries.integers().greaterOrEqual(0);
        return Combinators.combine(
                        words(),
                        times(),
                        Generated.maybe(words()),
                        contents,
                        Arbitraries.integers(),
                        counts,
                        Arbitraries.of(true, false),
                        texts().list().ofMaxSize(3))
                .as((word, time, option, content, priority, count, service, reasons) -> new ActionIssued(
                        word, time, word, word, word, word, word, option, content, option, priority, service, count,
                        count, time, time, option, option, reasons, word));
    }

    @Provide
    Arbitrary<DecisionRecord> decisions() {
        Arbitrary<Cause> causes = Combinators.combine(
                        Arbitraries.of("event", "due"),
                        texts(),
                        Generated.maybe(words()),
                        times(),
                        Generated.maybe(origins()),
                        Arbitraries.of(true, false))
                .as((kind, text, type, time, origin, late) -> new Cause(kind, text, text, type, time, origin, late));
        Arbitrary<CandidateFate> fates = Combinators.combine(
                        words(),
                        Arbitraries.of("issued", "dropped", "withheld"),
                        Generated.maybe(words()),
                        Arbitraries.integers())
                .as((word, fate, option, priority) ->
                        new CandidateFate(word, word, word, fate, option, option, option, priority, option, option));
        Arbitrary<MomentRaised> moments = Combinators.combine(words(), Generated.maybe(texts()))
                .as((word, subject) -> new MomentRaised(word, word, subject));
        Arbitrary<RuleFailure> failures =
                Combinators.combine(texts(), words(), Generated.maybe(texts())).as(RuleFailure::new);
        Arbitrary<Map<String, String>> features =
                Arbitraries.maps(words(), texts()).ofMaxSize(4);
        return Combinators.combine(
                        words(),
                        Arbitraries.longs().greaterOrEqual(1),
                        causes,
                        times(),
                        features,
                        moments.list().ofMaxSize(2),
                        fates.list().ofMaxSize(3),
                        failures.list().ofMaxSize(2))
                .as((word, sequence, cause, now, featureMap, raised, candidates, quarantined) -> new DecisionRecord(
                        word,
                        word,
                        sequence,
                        cause,
                        word,
                        now,
                        word,
                        "",
                        word,
                        List.of(word),
                        featureMap,
                        raised,
                        candidates,
                        quarantined));
    }
}
