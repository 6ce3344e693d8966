package io.motengine.cli;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Checks messages against the published JSON Schemas, with a validator that knows nothing of our codec. */
public final class ContractCheck {
    private static final String BASE = "https://motengine.io/schemas/";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaIdResolvers(ids -> ids.mapPrefix(BASE, "classpath:io/motengine/schemas/json/")));

    private ContractCheck() {}

    /** What the schema of the type has against the message. */
    public static List<String> violations(String type, byte[] message) {
        return REGISTRY
                .getSchema(SchemaLocation.of(BASE + type + ".schema.json"))
                .validate(
                        new String(message, StandardCharsets.UTF_8),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }
}
