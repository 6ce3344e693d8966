package io.motengine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.governance.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every reason that governance can give is given in a scenario, or in a test of the engine if no scenario can come to it. */
final class ReasonsTest {
    private static final Path RULES = Path.of("").toAbsolutePath();
    private static final Path ENGINE_TESTS = RULES.resolveSibling("engine/src/test/java/io/motengine/engine");

    /**
     * What scenarios cannot come to: they decide at the time of the event, so nothing is old or expired; nobody stops anything in
     * them; and the shipped policy neither waits for bursts nor rests on holidays.
     */
    private static final Map<Reason, String> IN_THE_ENGINE = Map.of(
            Reason.TOO_OLD, "DeciderTest.recordsButDoesNotIssue_whenTheMomentIsOld",
            Reason.EXPIRED, "PursuitsTest.dropsWhatExpiredWhileItWaited",
            Reason.SETTLING, "PursuitsTest.judgesABurstTogether_whenItHasSettled",
            Reason.HOLIDAY, "PursuitsTest.waitsForTheEndOfAHoliday",
            Reason.STOPPED, "StopsTest.keepsWhatItNamesFromLeaving");

    @ParameterizedTest
    @EnumSource
    void isGivenSomewhere(Reason reason) throws IOException {
        String test = IN_THE_ENGINE.get(reason);
        if (test == null) {
            String given = "\"layer\":\"" + reason.layer().code() + "\",\"reason\":\"" + reason.code() + "\"";
            assertThat(expectedSomewhere(given))
                    .as("a scenario that expects " + given)
                    .isTrue();
        } else {
            String[] place = test.split("\\.", -1);
            assertThat(Files.readString(ENGINE_TESTS.resolve(place[0] + ".java")))
                    .as(test)
                    .contains("void " + place[1] + "(");
        }
    }

    private static boolean expectedSomewhere(String text) throws IOException {
        try (Stream<Path> files = Files.walk(RULES.resolve("scenarios"))) {
            for (Path file :
                    files.filter(path -> path.endsWith("expected.jsonl")).toList()) {
                if (Files.readString(file).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }
}
