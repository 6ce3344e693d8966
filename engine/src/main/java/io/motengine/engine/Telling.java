package io.motengine.engine;

import io.motengine.engine.facts.Moment;
import io.motengine.engine.links.LinkGuard;
import io.motengine.engine.release.Release;
import io.motengine.engine.rules.Conclusions;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.codec.CloudEventHeaders;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.decision.DecisionRecord.LinkRaised;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.LinkedMoment;
import io.motengine.schemas.event.Relations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Tells linked customers of a moment; they decide upon it as upon any event. */
final class Telling {
    private final CustomerState state;
    private final Release release;
    private final Effects effects;

    Telling(CustomerState state, Release release, Effects effects) {
        this.state = state;
        this.release = release;
        this.effects = effects;
    }

    /** What was told to whom, and what was held back. */
    List<LinkRaised> tell(List<Conclusions.Telling> tellings, Cause cause, Object trigger) {
        List<LinkRaised> raised = new ArrayList<>(0);
        List<String> path = trigger instanceof LinkedMoment linked ? linked.path() : List.of();
        for (Conclusions.Telling telling : distinct(tellings, cause)) {
            for (LinkGuard.Told told : LinkGuard.told(
                    telling.relation(), state.links(), path, release.policy().links())) {
                if (told.refusal() == null) {
                    effects.tell(event(telling, told.customer(), cause, path));
                }
                raised.add(new LinkRaised(
                        telling.moment().getName(),
                        telling.relation(),
                        told.customer(),
                        told.refusal() == null ? "sent" : "dropped",
                        told.refusal()));
            }
        }
        return raised;
    }

    /** Each moment once, whatever rules concluded it: should two do so with other words, the lesser words hold. */
    private static Collection<Conclusions.Telling> distinct(List<Conclusions.Telling> tellings, Cause cause) {
        TreeMap<String, Conclusions.Telling> distinct = new TreeMap<>();
        for (Conclusions.Telling telling : tellings) {
            String key = Relations.canonical(telling.relation()) + "\n"
                    + telling.moment().getName() + "\n" + cause.instance(telling.moment());
            distinct.merge(key, telling, (a, b) -> words(a).compareTo(words(b)) <= 0 ? a : b);
        }
        return distinct.values();
    }

    private static String words(Conclusions.Telling telling) {
        return telling.moment().getVariables() + "\n" + telling.relation();
    }

    private EventEnvelope event(Conclusions.Telling telling, String to, Cause cause, List<String> path) {
        Moment moment = telling.moment();
        List<String> onward = new ArrayList<>(path);
        onward.add(state.customer());
        String instance = cause.instance(moment);
        LinkedMoment body = new LinkedMoment(
                moment.getName(),
                Relations.inverse(telling.relation()),
                state.customer(),
                moment.getSubject().isEmpty() ? null : moment.getSubject(),
                moment.getVariables(),
                onward,
                instance);
        return new EventEnvelope(
                Ids.of("linked", state.customer(), to, telling.relation(), moment.getName(), instance),
                CloudEventHeaders.ENGINE,
                EventTypes.of(body),
                to,
                Instant.ofEpochMilli(cause.time()),
                EventWriter.body(body));
    }
}
