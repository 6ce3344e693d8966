package io.motengine.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.motengine.schemas.Contract;
import io.motengine.schemas.Json;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RelationsTest {
    @ParameterizedTest
    @CsvSource({
        "owner, owns",
        "employer, employee",
        "payroll, employee",
        "payer, receiver",
        "family, family",
        "referrer, referred",
        "parent, subsidiary",
        "identity, identity"
    })
    void inverse_isWhatTheSubjectIsToTheOtherSide(String relation, String inverse) {
        assertThat(Relations.inverse(relation)).isEqualTo(inverse);
    }

    @ParameterizedTest
    @MethodSource("all")
    void inverseOfTheInverse_isTheCanonicalWordAgain(String relation) {
        assertThat(Relations.inverse(Relations.inverse(relation))).isEqualTo(Relations.canonical(relation));
        assertThat(Relations.inverse(Relations.canonical(relation))).isEqualTo(Relations.inverse(relation));
    }

    @Test
    void all_areThoseOfTheSchema() throws IOException {
        Set<String> words = new TreeSet<>();
        for (JsonNode word :
                Json.tree(Contract.SCHEMAS.resolve("common.schema.json")).at("/$defs/relation/enum")) {
            words.add(word.asText());
        }

        assertThat(Relations.all()).isEqualTo(words);
    }

    @Test
    void refuses_anotherWord() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Relations.inverse("cousin"))
                .withMessageStartingWith("relation: cousin (expected: one of [employee, ");
    }

    static Set<String> all() {
        return Relations.all();
    }
}
