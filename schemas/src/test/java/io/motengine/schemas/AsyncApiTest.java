package io.motengine.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private static final Path FILE = Path.of("asyncapi.yaml");

    @Test
    void names_everyTopicAndNoOther() throws Exception {
        Set<String> topics = new TreeSet<>(Set.of(Topics.actions("{channel}")));
        for (Field constant : Topics.class.getFields()) {
            if (constant.getType() == String.class) {
                topics.add((String) constant.get(null));
            }
        }

        Set<String> addresses = new TreeSet<>();
        document()
                .get("channels")
                .forEach(channel -> addresses.add(channel.get("address").asText()));

        assertThat(addresses).isEqualTo(topics);
    }

    @Test
    void carries_everyTypeWithItsOwnSchema() throws IOException {
        Set<String> types = new TreeSet<>();
        for (JsonNode message : document().at("/components/messages")) {
            String type = message.get("name").asText();
            types.add(type);
            assertThat(message.at("/payload/schema/$ref").asText()).isEqualTo("./json/" + type + ".schema.json");
        }

        assertThat(types).isEqualTo(Contract.types());
    }

    @Test
    void resolves_everyReference() throws IOException {
        JsonNode document = document();
        List<String> references = new ArrayList<>();
        for (JsonNode reference : document.findValues("$ref")) {
            references.add(reference.asText());
        }

        assertThat(references).hasSizeGreaterThan(50).allMatch(reference -> resolves(document, reference));
    }

    @Test
    void has_eachMessageInAChannelAndAnOperationForEachChannel() throws IOException {
        JsonNode document = document();
        Set<String> inChannels = new TreeSet<>();
        document.get("channels")
                .forEach(channel -> channel.get("messages").fieldNames().forEachRemaining(inChannels::add));
        Set<String> declared = new TreeSet<>();
        document.at("/components/messages").fieldNames().forEachRemaining(declared::add);
        Set<String> operated = new TreeSet<>();
        document.get("operations")
                .forEach(operation -> operated.add(operation.at("/channel/$ref").asText()));

        assertThat(inChannels).isEqualTo(declared);
        assertThat(operated).hasSameSizeAs(document.get("channels"));
    }

    private static boolean resolves(JsonNode document, String reference) {
        return reference.startsWith("#")
                ? !document.at(reference.substring(1)).isMissingNode()
                : Files.isRegularFile(FILE.resolveSibling(reference));
    }

    private static JsonNode document() throws IOException {
        return Json.tree(FILE);
    }
}
