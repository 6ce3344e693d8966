package io.motengine.schemas;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.customer.CustomerView;
import io.motengine.schemas.decision.DeadLetter;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.release.ReleaseStatus;
import io.motengine.schemas.release.SignedOrder;
import io.motengine.schemas.stop.StopChanged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The published side of the contract: schemas, examples, and a validator that knows nothing of the codec. */
public final class Contract {
    public static final Path SCHEMAS = Path.of("json");
    public static final Path EXAMPLES = Path.of("examples");
    private static final String BASE = "https://motengine.io/schemas/";

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaIdResolvers(ids -> ids.mapPrefix(BASE, "classpath:io/motengine/schemas/json/")));

    private Contract() {}

    /** The record that messages of each type carry. */
    public static Map<String, Class<?>> recordsByType() {
        Map<String, Class<?>> records = new LinkedHashMap<>();
        EventTypes.byBody().forEach((body, type) -> records.put(type, body));
        records.put(ActionIssued.TYPE, ActionIssued.class);
        records.put(ActionCancelled.TYPE, ActionCancelled.class);
        records.put(DecisionRecord.TYPE, DecisionRecord.class);
        records.put(StopChanged.TYPE, StopChanged.class);
        records.put(SignedOrder.TYPE, SignedOrder.class);
        records.put(ReleaseStatus.TYPE, ReleaseStatus.class);
        records.put(CustomerView.TYPE, CustomerView.class);
        records.put(DeadLetter.TYPE, DeadLetter.class);
        return records;
    }

    public static Set<String> types() {
        return new TreeSet<>(recordsByType().keySet());
    }

    public static Set<String> eventTypes() {
        return new TreeSet<>(EventTypes.byBody().values());
    }

    public static byte[] example(String type) {
        return bytes(EXAMPLES.resolve(type + ".json"));
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the schema of the type has against a structured message; formats count. */
    public static List<String> violations(String type, byte[] message) {
        Schema schema = REGISTRY.getSchema(SchemaLocation.of(BASE + type + ".schema.json"));
        return schema
                .validate(
                        new String(message, StandardCharsets.UTF_8),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }
}
