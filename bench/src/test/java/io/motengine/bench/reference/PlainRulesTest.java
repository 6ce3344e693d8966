package io.motengine.bench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.bench.Home;
import io.motengine.bench.life.Life;
import io.motengine.bench.stream.EventStream;
import io.motengine.bench.stream.Keys;
import io.motengine.bench.stream.Message;
import io.motengine.bench.stream.StreamSpec;
import io.motengine.engine.Decider;
import io.motengine.engine.facts.Moment;
import io.motengine.engine.offline.Decided;
import io.motengine.engine.offline.OfflineBank;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.rules.Facts;
import io.motengine.engine.rules.RuleCounts;
import io.motengine.engine.rules.RuleEvaluator;
import io.motengine.engine.rules.RuleEvaluator.Evaluation;
import io.motengine.engine.rules.Verdict;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlainRulesTest {
    private static final int EVENTS = 12_000;
    private static final int CUSTOMERS = 300;
    private static final int FACTS = 60_000;
    private static Release release;

    @BeforeAll
    static void compile() throws Exception {
        release = ReleaseCompiler.compile(Home.referenceRelease());
    }

    @Test
    void stream_isDecidedAlike_outcomeForOutcome() throws Exception {
        List<Decided> byRules = decided(release);
        List<Decided> byHand = decided(release.with(release.rules().saidBy(() -> new PlainRules(release.rules()))));
        assertThat(byRules).hasSizeGreaterThanOrEqualTo(EVENTS);
        assertThat(byRules.stream()
                        .mapToInt(each -> each.outcome().decisions().size())
                        .sum())
                .isGreaterThan(EVENTS / 10);
        assertThat(byRules.stream()
                        .mapToInt(each -> each.outcome().issued().size())
                        .sum())
                .isPositive();
        assertThat(byHand).hasSameSizeAs(byRules);
        for (int i = 0; i < byRules.size(); i++) {
            assertThat(byHand.get(i).outcome())
                    .as("%s", byRules.get(i).input())
                    .isEqualTo(byRules.get(i).outcome());
        }
    }

    @Test
    void everyRule_concludesTheSame_whereverItFires() throws Exception {
        Set<String> fired = new HashSet<>();
        PlainRules plain = new PlainRules(release.rules());
        try (RuleEvaluator rules = new RuleEvaluator(release.rules(), new RuleCounts(), fired::add)) {
            RandomFacts random = new RandomFacts(release, features(), 7);
            for (int i = 0; i < FACTS; i++) {
                Facts facts = random.next();
                Evaluation evaluation = rules.evaluate(facts);
                assertThat(evaluation.quarantined()).isEmpty();
                assertThat(words(plain.conclude(facts)))
                        .as("%s of %s", facts.others(), facts.customer())
                        .isEqualTo(words(evaluation.verdict()));
            }
        }
        assertThat(release.rules().names()).hasSize(ReferenceRules.count());
        assertThat(fired).isEqualTo(release.rules().names());
    }

    private static List<Decided> decided(Release by) throws Exception {
        List<Decided> all = new ArrayList<>();
        EventStream stream = new EventStream(StreamSpec.of(3, CUSTOMERS, Keys.ZIPF));
        try (Decider decider = new Decider()) {
            OfflineBank bank = new OfflineBank(by, decider, (decided, answered) -> all.add(decided));
            long offset = 0;
            for (int number = 0; number < CUSTOMERS; number++) {
                for (EventEnvelope event : Life.of(number, StreamSpec.LIVED_DAYS)) {
                    bank.event(event, new Origin("lived", 0, offset++));
                }
            }
            for (int i = 0; i < EVENTS; i++) {
                Message message = stream.event(i);
                byte[] customer = message.customer().getBytes(StandardCharsets.UTF_8);
                EventEnvelope event = EnvelopeReader.read(customer, message.value(), RecordHeaders.NONE);
                bank.event(event, new Origin(message.topic(), 0, i));
            }
        }
        return all;
    }

    /** Everything, whatever the order in which it was concluded. */
    private static List<Object> words(Verdict verdict) {
        return List.of(
                verdict.customer(),
                verdict.moments().stream().map(PlainRulesTest::words).sorted().toList(),
                verdict.proposals().stream()
                        .map(proposal -> proposal.strategy() + " " + words(proposal.moment()))
                        .sorted()
                        .toList(),
                verdict.tellings());
    }

    private static String words(Moment moment) {
        return moment.getName() + " " + moment.getInstance() + " " + moment.getSubject() + " " + moment.getVariables();
    }

    private static List<String> features() {
        return Home.referenceRelease()
                .files()
                .get("features.yaml")
                .lines()
                .filter(line -> line.startsWith("- { id: "))
                .map(line -> line.substring("- { id: ".length(), line.indexOf(',')))
                .toList();
    }
}
