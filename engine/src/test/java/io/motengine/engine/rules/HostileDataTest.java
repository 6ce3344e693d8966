package io.motengine.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.TestRelease;
import io.motengine.engine.release.ReleaseException.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no rule cannot hold code either: declared types, texts, filters, and audiences that would be more than that. */
final class HostileDataTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "declare Evil @event(\"bank.evil.v1\")\n    member : Runtime\nend",
                "declare Evil @event(\"bank.evil.v1\")\n    member : java.lang.Thread\nend",
                "declare Evil @event(\"bank.evil.v1\")\n    member : long = System.nanoTime()\nend",
                "declare Evil @event(\"bank.evil.v1\")\n    member : String @key\nend",
                "declare Evil @event(\"bank.evil.v1\") extends Thread\n    member : String\nend",
                "declare trait Evil @event(\"bank.evil.v1\")\n    member : String\nend",
                "declare Evil @event(\"bank.evil.v1\") @role( event )\n    member : String\nend",
                "declare Evil @event( Runtime.getRuntime() )\n    member : String\nend",
                "declare Runtime @event(\"bank.evil.v1\")\n    member : String\nend",
                "declare Customer @event(\"bank.evil.v1\")\n    member : String\nend",
                "declare Evil @event(\"bank.evil.v1\")\n    class : String\nend",
                "declare Evil @event(\"bank.evil.v1\")\n    finalize : String\n    x : long\nend",
                "declare Evil @event(\"bank.\\u0022 + evil.v1\")\n    member : String\nend",
                "declare enum Evil A( Runtime.getRuntime() ); member : Runtime end",
                "import java.lang.Runtime;\ndeclare Evil @event(\"bank.evil.v1\")\n    member : String\nend",
                "function void evil() { System.exit(1); }",
                "global Runtime evil;",
                "rule \"x\" when eval( true ) then System.exit(1); end",
                "query evil() Customer() end",
                "declare window Evil Customer() over window:length( 1 ) end",
                "declare Evil @event(\"bank.evil.v1\")\n    member : String[]\nend",
                "declare Evil @event(\"bank.evil.v1\")\n    member : java.util.List<Runtime>\nend"
            })
    void areRefused_asDeclaredTypes(String drl) {
        assertRefused(new TestRelease().with("events/evil.drl", drl + "\n"), "events/evil.drl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${java.lang.Runtime.getRuntime()}",
                "#{T(java.lang.Runtime).getRuntime()}",
                "@{Runtime.getRuntime()}",
                "{amount.getClass()}",
                "{amount.class}",
                "{{amount}}",
                "{new Thread()}",
                "{amount!r}",
                "<%= System.exit(1) %>{",
                "{'a'.repeat(1000000000)}",
                "{jndi:ldap://localhost:9/x}",
                "{amount,number,#}"
            })
    void areRefused_asTexts(String words) {
        String content = "- id: hello\n  languages:\n    zh: { body: \"您好 " + words.replace("\"", "") + "\" }\n"
                + "- id: greeting\n  languages:\n    zh: { body: \"您好\" }\n";
        assertRefused(new TestRelease().with("catalog/content.yaml", content), "catalog/content.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "getClass", "direction.class", "amount.currency", "toString", "hashCode", "'class.classLoader'"})
    void areRefused_asMembersOfFilters(String member) {
        String feature = "- { id: evil7d, event: bank.transaction.posted.v1, where: { " + member
                + ": [x] }, aggregate: count, window: 7d, bucket: 1d }\n";
        assertRefused(new TestRelease().with("features.yaml", feature), "features.yaml");
        String pattern = "- id: form-left\n  steps: [{ event: app.click.v1, where: { " + member
                + ": [x] } }]\n  within: 10m\n";
        assertRefused(new TestRelease().with("patterns.yaml", pattern), "patterns.yaml");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "tier == \"gold\" ) then System.exit(1); end rule \"x\" when Customer(",
        "tier == \"gold\" ) eval( true ) Customer(",
        "tier == \"gold\" ) Customer(",
        "tier == \"gold\" ) or Customer(",
        "tier == \"gold\" ) not Holding(",
        "tier == \"gold\" ) /*",
        "tier == \"gold\"; age",
        "/labels",
        "$x := tier",
        "tier == \"gold\" ) @watch( *",
        "eval( true )",
        "tier == 'a\" + Runtime.getRuntime() + \"b'"
    }, quoteCharacter = '`')
    void areRefused_asAudiences(String audience) {
        assertRefused(
                new TestRelease().card("evil", "inflow", 20, "'" + audience.replace("'", "''") + "'"), "strategies/evil.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inflow\" ) eval( Runtime.getRuntime() != null ) Moment( name == \"inflow",
                "inflow\" || conclude != null || name == \"inflow"
            })
    void areRefused_asMomentsOfCards(String moment) {
        String card = new TestRelease().card("evil", "inflow", 20, null).files().files().get("strategies/evil.yaml");
        assertRefused(
                new TestRelease().with("strategies/evil.yaml", card.replace("moment: inflow", "moment: '" + moment + "'")),
                "strategies/evil.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zone: !!javax.script.ScriptEngineManager [ !!java.net.URLClassLoader [] ]\n",
                "zone: !!java.io.File [ /tmp/x ]\n",
                "zone: *unknown\n"
            })
    void areRefused_asYaml(String yaml) {
        assertRefused(new TestRelease().with("calendar.yaml", yaml), "calendar.yaml");
    }

    private static void assertRefused(TestRelease release, String file) {
        assertThat(WallsTest.findings(release)).anySatisfy((Finding finding) -> {
            assertThat(finding.file()).isEqualTo(file);
            assertThat(finding.line()).isPositive();
        });
    }
}
