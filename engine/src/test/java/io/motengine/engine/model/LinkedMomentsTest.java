package io.motengine.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.release.Release;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.EventBinder;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CustomerLinked;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.LinkedMoment;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whoever is linked to whom, and though every rule tells every moment on: it ends, and nobody hears of it twice the same way. */
final class LinkedMomentsTest {
    private static final long NOON = Instant.parse("2026-03-10T04:00:00Z").toEpochMilli();
    private static final int HOPS = 3;
    private static final int FAN_OUT = 2;
    private static final List<String> RELATIONS = List.of("family", "owner", "payroll", "employer");
    private static final Release RELEASE = Models.bare(
                    "Asia/Shanghai", "links: { maxHops: %d, maxFanOut: %d }\n".formatted(HOPS, FAN_OUT))
            .with("moments/telling.drl", """
                    rule "a click is told to the family"
                    when AppClick( page == "house" )
                    then conclude.tell("family", "house").with("how", "much"); end
                    rule "a click is told to the family in other words"
                    when AppClick( page == "house" )
                    then conclude.tell("family", "house").with("how", "little"); end
                    rule "a click is told to the employer"
                    when AppClick( page == "house" )
                    then conclude.tell("employer", "house"); end
                    rule "a click is told to the payer of the salary"
                    when AppClick( page == "house" )
                    then conclude.tell("payroll", "house"); end
                    rule "what was told is told on"
                    when $m : LinkedMoment( moment == "house" )
                    then conclude.tell("family", "house"); end
                    rule "what was told is told on to owners"
                    when $m : LinkedMoment( moment == "house" )
                    then conclude.tell("owner", "house"); end
                    """)
            .compile();

    @Property(tries = 150)
    void endAndAreToldOnceByEachPath_whateverTheLinks(@ForAll long seed) throws BadEventException {
        Random random = new Random(seed);
        try (World world = new World(RELEASE, random, 60_000)) {
            for (int i = 0; i < 20; i++) {
                String name = "c" + random.nextInt(6);
                EventBody body = random.nextInt(4) == 0
                        ? new AppClick("house", "view", null, null, null, null, null)
                        : new CustomerLinked(
                                RELATIONS.get(random.nextInt(4)),
                                "c" + random.nextInt(6),
                                "customer",
                                random.nextInt(6) == 0);
                world.advance(NOON + i * 1_000L);
                world.take(World.event("e" + i, name, NOON + i * 1_000L, body));
            }
            world.settle();

            Set<String> heard = new HashSet<>();
            Set<String> ids = new HashSet<>();
            for (EventEnvelope event : world.told) {
                if (!event.type().equals(EventTypes.LINKED_MOMENT)) {
                    continue;
                }
                LinkedMoment moment = (LinkedMoment) EventBinder.bind(event.type(), event.body());
                assertThat(moment.path()).hasSizeLessThanOrEqualTo(HOPS).doesNotHaveDuplicates();
                assertThat(moment.path()).doesNotContain(event.subject());
                assertThat(ids.add(event.id())).as("told twice: %s", moment).isTrue();
                assertThat(heard.add(event.subject() + moment.relation() + moment.path() + moment.cause()))
                        .as("told twice by one path: %s", moment)
                        .isTrue();
                if (moment.path().size() == 1 && moment.relation().equals("family")) {
                    assertThat(moment.variables()).containsEntry("how", "little");
                }
            }
        }
    }
}
