package io.motengine.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motengine.schemas.action.ActionEvent;
import io.motengine.schemas.codec.ActionCodec;
import io.motengine.schemas.codec.CustomerCodec;
import io.motengine.schemas.codec.DeadLetterCodec;
import io.motengine.schemas.codec.DecisionCodec;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.EventBinder;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.codec.ReleaseOrderCodec;
import io.motengine.schemas.codec.ReleaseStatusCodec;
import io.motengine.schemas.codec.StopCodec;
import io.motengine.schemas.customer.CustomerView;
import io.motengine.schemas.decision.DeadLetter;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.release.ReleaseStatus;
import io.motengine.schemas.release.SignedOrder;
import io.motengine.schemas.stop.StopChanged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    @Test
    void stand_forEveryTypeAndNoOther() throws IOException {
        assertThat(stems(Contract.EXAMPLES, ".json")).isEqualTo(Contract.types());
    }

    @Test
    void schemas_standForEveryTypeAndNoOther() throws IOException {
        Set<String> schemas = stems(Contract.SCHEMAS, ".schema.json");
        schemas.removeAll(Set.of("common", "cloudevents-envelope"));
        assertThat(schemas).isEqualTo(Contract.types());
    }

    @ParameterizedTest
    @MethodSource("types")
    void example_isValidAgainstItsSchema(String type) {
        assertThat(Contract.violations(type, Contract.example(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void example_isInvalid_withoutData(String type) {
        String withoutData = text(type).replace("\"data\"", "\"date\"");

        assertThat(Contract.violations(type, withoutData.getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("eventTypes")
    void example_isBoundAndWrittenBackTheSame(String type) throws Exception {
        EventEnvelope envelope = EnvelopeReader.read(null, Contract.example(type), RecordHeaders.NONE);
        EventBody body = EventBinder.bind(type, envelope.body());

        byte[] written = EventWriter.write(envelope.id(), envelope.source(), envelope.subject(), envelope.time(), body);

        assertThat(body).isInstanceOf(Contract.recordsByType().get(type));
        assertThat(Json.tree(written).get("data"))
                .isEqualTo(Json.tree(Contract.example(type)).get("data"));
    }

    @ParameterizedTest
    @MethodSource("actionTypes")
    void action_isReadAndWrittenBackTheSame(String type) throws Exception {
        ActionEvent action = ActionCodec.read(Contract.example(type));

        assertThat(action).isInstanceOf(Contract.recordsByType().get(type));
        assertThat(Json.tree(ActionCodec.write(action))).isEqualTo(Json.tree(Contract.example(type)));
    }

    @Test
    void decision_isReadAndWrittenBackTheSame() throws Exception {
        byte[] example = Contract.example("mot.decision.recorded.v1");

        assertThat(Json.tree(DecisionCodec.write(DecisionCodec.read(example)))).isEqualTo(Json.tree(example));
    }

    @Test
    void decision_ofTheFirstRelease_isStillRead() throws Exception {
        byte[] old = Contract.bytes(Path.of("src/test/resources/decision-before-scores.json"));

        DecisionRecord read = DecisionCodec.read(old);

        assertThat(read.candidates()).hasSize(2).allMatch(fate -> fate.score() == null && fate.rung() == null);
        assertThat(Json.tree(DecisionCodec.write(read))).isEqualTo(Json.tree(old));
    }

    @Test
    void stop_isReadAndWrittenBackTheSame() throws Exception {
        byte[] example = Contract.example(StopChanged.TYPE);

        assertThat(Json.tree(StopCodec.write(StopCodec.read(example)))).isEqualTo(Json.tree(example));
    }

    @Test
    void stop_ofSomethingElse_isRefused() {
        String odd = text(StopChanged.TYPE).replace("channel:sms", "chanel:sms");

        assertThatThrownBy(() -> StopCodec.read(odd.getBytes(StandardCharsets.UTF_8)))
                .hasMessage("subject: \"chanel:sms\" (expected: all, channel:<id> or strategy:<id>)");
        assertThat(Contract.violations(StopChanged.TYPE, odd.getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    @Test
    void releaseOrder_isReadAndWrittenBackTheSame() throws Exception {
        byte[] example = Contract.example(SignedOrder.TYPE);
        SignedOrder read = ReleaseOrderCodec.read(example);

        assertThat(Json.tree(ReleaseOrderCodec.write(read))).isEqualTo(Json.tree(example));
        assertThat(ReleaseOrderCodec.statement(ReleaseOrderCodec.order(read.statement())))
                .isEqualTo(read.statement());
    }

    @Test
    void releaseStatus_isReadAndWrittenBackTheSame() throws Exception {
        byte[] example = Contract.example(ReleaseStatus.TYPE);

        assertThat(Json.tree(ReleaseStatusCodec.write(ReleaseStatusCodec.read(example))))
                .isEqualTo(Json.tree(example));
    }

    @Test
    void customer_isReadAndWrittenBackTheSame() throws Exception {
        byte[] example = Contract.example(CustomerView.TYPE);

        assertThat(Json.tree(CustomerCodec.write(CustomerCodec.read(example)))).isEqualTo(Json.tree(example));
    }

    @Test
    void deadLetter_isReadAndWrittenBackTheSame() throws Exception {
        byte[] example = Contract.example(DeadLetter.TYPE);

        assertThat(Json.tree(DeadLetterCodec.write(DeadLetterCodec.read(example))))
                .isEqualTo(Json.tree(example));
    }

    private static String text(String type) {
        return new String(Contract.example(type), StandardCharsets.UTF_8);
    }

    private static Set<String> stems(Path directory, String end) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - end.length()))
                    .collect(Collectors.toSet());
        }
    }

    static Set<String> types() {
        return Contract.types();
    }

    static Set<String> eventTypes() {
        return Contract.eventTypes();
    }

    static Set<String> actionTypes() {
        return Set.of("mot.action.issued.v1", "mot.action.cancelled.v1");
    }
}
