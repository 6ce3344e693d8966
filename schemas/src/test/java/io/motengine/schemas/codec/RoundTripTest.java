package io.motengine.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.schemas.Contract;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionEvent;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.action.Content;
import io.motengine.schemas.action.Task;
import io.motengine.schemas.customer.CustomerView;
import io.motengine.schemas.customer.CustomerView.Grant;
import io.motengine.schemas.customer.CustomerView.LastContact;
import io.motengine.schemas.customer.CustomerView.OpenAction;
import io.motengine.schemas.decision.DeadLetter;
import io.motengine.schemas.decision.DecisionDraft;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.decision.DecisionRecord.CandidateScore;
import io.motengine.schemas.decision.DecisionRecord.Cause;
import io.motengine.schemas.decision.DecisionRecord.LinkRaised;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.decision.DecisionRecord.PatternRetracted;
import io.motengine.schemas.decision.DecisionRecord.RuleFailure;
import io.motengine.schemas.decision.DecisionRecord.ScoreGiven;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Origin;
import io.motengine.schemas.stop.StopChanged;
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
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

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
    void stop(
            @ForAll @AlphaChars @StringLength(min = 1, max = 50) String word,
            @ForAll("times") Instant time,
            @ForAll boolean holds,
            @ForAll("texts") String why)
            throws BadEventException {
        String what = StopChanged.strategy(word);
        StopChanged stop = new StopChanged(word, time, what, holds, word, why.isEmpty() ? null : why);
        byte[] written = StopCodec.write(stop);

        assertThat(Contract.violations(StopChanged.TYPE, written)).isEmpty();
        assertThat(StopCodec.read(written)).isEqualTo(stop);
    }

    @Property
    void customer(@ForAll("views") CustomerView view) throws BadEventException {
        byte[] written = CustomerCodec.write(view);

        assertThat(Contract.violations(CustomerView.TYPE, written)).isEmpty();
        assertThat(CustomerCodec.read(written)).isEqualTo(view);
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
                        Generated.maybe(tasks()),
                        texts().list().ofMaxSize(3))
                .as((word, time, option, content, priority, count, task, reasons) -> new ActionIssued(
                        word,
                        time,
                        word,
                        word,
                        word,
                        word,
                        word,
                        option,
                        content,
                        option,
                        priority,
                        task == null,
                        count,
                        count,
                        time,
                        time,
                        option,
                        option,
                        reasons,
                        word,
                        task));
    }

    private Arbitrary<Task> tasks() {
        Arbitrary<Map<String, String>> byName =
                Arbitraries.maps(words(), texts()).ofMaxSize(3);
        return Combinators.combine(
                        Generated.maybe(texts()), byName, Generated.maybe(Generated.dates()), byName, words())
                .as((text, objections, date, facts, word) ->
                        new Task(text, objections, text, date, facts, word, text == null ? word : null));
    }

    @Provide
    Arbitrary<DecisionRecord> decisions() {
        Arbitrary<Cause> causes = Combinators.combine(
                        Arbitraries.of("event", "due", "merge"),
                        texts(),
                        Generated.maybe(words()),
                        times(),
                        Generated.maybe(origins()),
                        Arbitraries.of(true, false))
                .as((kind, text, type, time, origin, late) -> new Cause(kind, text, text, type, time, origin, late));
        Arbitrary<CandidateFate> fates = Combinators.combine(
                        words(),
                        Arbitraries.of("issued", "deferred", "dropped", "withheld"),
                        Generated.maybe(words()),
                        Arbitraries.integers(),
                        Generated.maybe(times()),
                        Generated.maybe(words().map(text -> new CandidateScore(text, text, "1", "0.5", text))),
                        Generated.maybe(Arbitraries.integers().greaterOrEqual(0)))
                .as((word, fate, option, priority, until, score, step) -> new CandidateFate(
                        word, word, word, fate, option, option, option, priority, option, option, until, score, step,
                        step, option));
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
                .as((word, sequence, cause, now, featureMap, seen, candidates, quarantined) -> DecisionRecord.draft(
                                word, word, sequence, cause, word, now)
                        .customer(word, "", List.of(word))
                        .stageBefore(word)
                        .features(featureMap)
                        .moments(seen)
                        .candidates(candidates)
                        .quarantined(quarantined))
                .flatMap(this::withRareParts);
    }

    private Arbitrary<DecisionRecord> withRareParts(DecisionDraft draft) {
        Arbitrary<ScoreGiven> scores = Combinators.combine(
                        words(), texts(), Arbitraries.maps(words(), texts()).ofMaxSize(2))
                .as((word, level, parts) -> new ScoreGiven(word, "tier", level, "1234.5", parts));
        Arbitrary<LinkRaised> links = Combinators.combine(
                        words(),
                        Arbitraries.of(Vocabulary.RELATIONS),
                        Arbitraries.of("sent", "dropped"),
                        Generated.maybe(words()))
                .as((word, relation, fate, reason) -> new LinkRaised(word, relation, "c-2", fate, reason));
        Arbitrary<PatternRetracted> retracted =
                Combinators.combine(words(), texts()).as(PatternRetracted::new);
        return Combinators.combine(
                        scores.list().ofMaxSize(2),
                        links.list().ofMaxSize(2),
                        retracted.list().ofMaxSize(2),
                        words().list().ofMaxSize(2))
                .as((given, raised, back, names) -> draft.scores(given)
                        .raised(raised)
                        .retracted(back)
                        .refusedStages(names)
                        .merged(names.isEmpty() ? List.of("d-1") : List.of())
                        .record());
    }

    @Provide
    Arbitrary<CustomerView> views() {
        Arbitrary<OpenAction> actions = Combinators.combine(words(), times())
                .as((word, time) -> new OpenAction(word, "s", "c", time, Instant.EPOCH));
        Arbitrary<Grant> grants = Combinators.combine(words(), Generated.maybe(Generated.money()))
                .as((word, toGo) -> new Grant(word, "granted", toGo));
        Arbitrary<LastContact> contacts =
                Combinators.combine(times(), words()).as((time, word) -> new LastContact(time, word, "s"));
        return Combinators.combine(
                        words(),
                        times(),
                        Generated.maybe(texts()),
                        Generated.maybe(times()),
                        Generated.maybe(texts().list().ofMaxSize(2)),
                        Generated.maybe(actions.list().ofMaxSize(2)),
                        Generated.maybe(grants.list().ofMaxSize(2)),
                        Generated.maybe(contacts.list().ofMaxSize(2)))
                .as((word, time, text, since, list, open, given, last) -> new CustomerView(
                        word,
                        "c-1",
                        time,
                        text,
                        text == null ? "rising" : null,
                        since,
                        list,
                        list == null ? List.of("vip") : null,
                        open,
                        given,
                        last,
                        "r-1"));
    }
}
