package io.motengine.bench.peers.drools;

import io.motengine.bench.peers.moments.Detected;
import io.motengine.bench.peers.moments.PlainEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.drools.core.time.SessionPseudoClock;
import org.kie.api.KieServices;
import org.kie.api.conf.EventProcessingOption;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.runtime.rule.FactHandle;

/** A session that lives as long as its task. Its clock is the time of the newest event. */
final class FusionSession implements AutoCloseable {
    private final KieSession session;
    private final SessionPseudoClock clock;
    private final List<Detected> found = new ArrayList<>();

    FusionSession() {
        KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(ClockTypeOption.PSEUDO);
        session = Rules.compiled("fusion", FusionRules.text(), EventProcessingOption.STREAM)
                .newKieSession(configuration, null);
        session.setGlobal("found", found);
        clock = session.getSessionClock();
    }

    /** Takes events in the order of their times. The list is the same each time, and is filled anew. */
    List<Detected> take(PlainEvent event) {
        found.clear();
        long ahead = event.time() - clock.getCurrentTime();
        if (ahead > 0) {
            clock.advanceTime(ahead, TimeUnit.MILLISECONDS);
        }
        session.insert(event);
        FactHandle arrived = session.insert(new Arrived(event));
        session.fireAllRules();
        session.delete(arrived);
        return found;
    }

    @Override
    public void close() {
        session.dispose();
    }
}
