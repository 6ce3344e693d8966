package io.motengine.engine.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.motengine.engine.TestRelease;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.release.ReleaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BrokenDeclarationTest {
    private static final String EXPECTED_TYPE =
            "@event(\"…\") with a type that ends in a version, such as bank.card.blocked.v1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // name and annotations | line | message
                "CardBlocked|1|declare CardBlocked: @event null (expected: TYPE)",
                "CardBlocked @event(\"bank.card.blocked\")|1|declare CardBlocked: @event bank.card.blocked (expected: TYPE)",
                "CardBlocked @event(\"Bank.Card.v1\")|1|declare CardBlocked: @event Bank.Card.v1 (expected: TYPE)",
                "CardBlocked @event(\"app.click.v1\")|1|declare CardBlocked: @event app.click.v1 (expected: a type that the contract does not know already)",
                "CardBlocked @event(\"mot.card.v1\")|1|declare CardBlocked: @event mot.card.v1 (expected: a type that the contract does not know already)",
                "cardBlocked @event(\"bank.card.v1\")|1|declare cardBlocked (expected: a name such as CardBlocked)",
                "Customer @event(\"bank.card.v1\")|1|declare Customer (expected: a name that rules do not know already)",
                "Feedback @event(\"bank.card.v1\")|1|declare Feedback (expected: a name that rules do not know already)",
                "String @event(\"bank.card.v1\")|1|declare String (expected: a name that rules do not know already)",
                "Features @event(\"bank.card.v1\")|1|declare Features (expected: a name of its own)",
                "CardBlocked extends AppClick @event(\"bank.card.v1\")|1|declare CardBlocked: extends (expected: a type of its own)",
                "CardBlocked @event(\"bank.card.v1\") @role(event)|1|declare CardBlocked: @role (expected: @event alone)",
            })
    void namesTheLine_ofABrokenType(String head, int line, String message) {
        assertFindings(
                "declare " + head + "\n    cardId : String\nend\n",
                "events/cards.drl:" + line + ": " + message.replace("TYPE", EXPECTED_TYPE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // field | message
                "amount : double|CardBlocked.amount: double (expected: one of [LocalDate, Money, String, boolean, int, long])",
                "amount : java.math.BigDecimal|CardBlocked.amount: java.math.BigDecimal (expected: one of [LocalDate, Money, String, boolean, int, long])",
                "class : String|CardBlocked.class (expected: camelCase of two letters or more, and no word of Java or DRL)",
                "matches : String|CardBlocked.matches (expected: camelCase of two letters or more, and no word of Java or DRL)",
                "x : String|CardBlocked.x (expected: camelCase of two letters or more, and no word of Java or DRL)",
                "aValue : String|CardBlocked.aValue (expected: camelCase of two letters or more, and no word of Java or DRL)",
                "card_id : String|CardBlocked.card_id (expected: camelCase of two letters or more, and no word of Java or DRL)",
                "currency : String|CardBlocked.currency (expected: left out: it is read with the money that it belongs to)",
                "reason : String = \"x\"|CardBlocked.reason: more than a name and a type (expected: such as amount : Money)",
                "reason : String @key|CardBlocked.reason: more than a name and a type (expected: such as amount : Money)",
            })
    void namesTheLine_ofABrokenField(String field, String message) {
        String drl =
                "declare CardBlocked @event(\"bank.card.blocked.v1\")\n    limit : Money\n    " + field + "\nend\n";

        assertThat(findings(drl)).startsWith("events/cards.drl:3: ").contains(message);
    }

    @Test
    void refusesTheSameTwice_overAllFiles() {
        TestRelease release = new TestRelease()
                .with(
                        "events/cards.drl",
                        "declare CardBlocked @event(\"bank.card.blocked.v1\")\n cardId : String\nend\n")
                .with(
                        "events/other.drl",
                        "\ndeclare CardBlocked @event(\"bank.card.blocked.v1\")\n cardId : String\nend\n");

        assertThat(findings(release).lines())
                .containsExactly(
                        "events/other.drl:2: declare CardBlocked (expected: a name of its own)",
                        "events/other.drl:2: declare CardBlocked: @event bank.card.blocked.v1 (expected: a type of its own)");
    }

    @Test
    void refusesATypeWithoutFields() {
        assertFindings(
                "declare CardBlocked @event(\"bank.card.blocked.v1\")\nend\n",
                "events/cards.drl:1: declare CardBlocked: no field (expected: one or more, such as amount : Money)");
    }

    @Test
    void refusesEverythingElse() {
        assertFindings(
                """
                package evil;
                import java.io.File;
                global java.io.File disk;
                function void burn() { }
                declare enum Colour RED("r"); name : String end
                declare CardBlocked @event("bank.card.blocked.v1")
                    cardId : String
                end
                rule "a rule"
                when CardBlocked()
                then conclude.moment("x");
                end
                """,
                "events/cards.drl:1: package: found (expected: declare … end only)",
                "events/cards.drl:2: import: found (expected: declare … end only)",
                "events/cards.drl:3: global: found (expected: declare … end only)",
                "events/cards.drl:4: function: found (expected: declare … end only)",
                "events/cards.drl:5: declare enum: found (expected: declare … end only)",
                "events/cards.drl:9: a rule: a rule (expected: declare … end only)");
    }

    @Test
    void namesTheLine_ofWhatIsNotDrl() {
        assertThat(findings("declare CardBlocked @event(\"bank.card.blocked.v1\")\n    cardId String\nend\n"))
                .startsWith("events/cards.drl:2");
    }

    @Test
    void namesTheLine_ofARuleThatMisspellsADeclaredMember_andOfAFeatureThatDoes() {
        TestRelease release = new TestRelease()
                .with(
                        "events/cards.drl",
                        "declare CardBlocked @event(\"bank.card.blocked.v1\")\n cardId : String\nend\n");

        assertThat(findings(new TestRelease()
                        .with("events/cards.drl", release.files().files().get("events/cards.drl"))
                        .with("moments/cards.drl", """
                                rule "typo"
                                when
                                    CardBlocked( cardNo == "k" )
                                then conclude.moment("x"); end
                                """)))
                .contains("moments/cards.drl:3:")
                .contains("cardNo");
        assertThat(
                        findings(
                                release.with(
                                        "features.yaml",
                                        "- { id: inflow7d, event: bank.card.blocked.v1, where: { cardNo: [k] }, aggregate: count, window: 7d, bucket: 1d }\n")))
                .isEqualTo(
                        "features.yaml:1: inflow7d: cardNo (expected: a member of CardBlocked: did you mean cardId? one of cardId)");
    }

    private static void assertFindings(String drl, String... expected) {
        assertThat(findings(drl).lines()).containsExactlyInAnyOrder(expected);
    }

    private static String findings(String drl) {
        return findings(new TestRelease().with("events/cards.drl", drl));
    }

    private static String findings(TestRelease release) {
        ReleaseException refused =
                catchThrowableOfType(ReleaseException.class, () -> ReleaseCompiler.compile(release.files()));
        assertThat(refused).as("the release must be refused").isNotNull();
        return refused.getMessage();
    }
}
