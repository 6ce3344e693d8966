package io.motengine.engine;

import io.motengine.engine.allocate.Asked;
import io.motengine.engine.allocate.Need;
import io.motengine.engine.allocate.Resources;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.Asking;
import io.motengine.engine.state.Asking.Recall;
import io.motengine.engine.state.Counted;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.Granted;
import io.motengine.engine.state.Hold;
import io.motengine.engine.state.Hold.End;
import io.motengine.engine.state.OpenAction;
import io.motengine.engine.state.Planned;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What actions of one customer count for across customers: asked of the allocator before they leave, given back when it was for
 * nothing.
 *
 * <p>The record takes an action as out from when it is asked for. If it is denied, that is undone; if it is called back
 * meanwhile, the cancellation waits for the answer, so that no channel hears of the end of an action before its beginning.
 */
final class Counting {
    private final CustomerState state;
    private final Counted counted;
    private final Needs needs;
    private final Effects effects;
    private final Benefits benefits;

    Counting(CustomerState state, Release release, Effects effects) {
        this.state = state;
        this.counted = state.counted();
        this.needs = new Needs(release);
        this.effects = effects;
        this.benefits = new Benefits(state, release, effects);
    }

    Benefits benefits() {
        return benefits;
    }

    /** Whether an action has to wait for the allocator: what its offer has been given already counts for all of its steps. */
    boolean mustAsk(ActionIssued action) {
        return needs.of(action, offer(action)).stream()
                .anyMatch(need -> hold(need).filter(Hold::given).isEmpty());
    }

    /** Lets an action leave, at once or as soon as all that it counts for is given. */
    void leave(ActionIssued action) {
        String offer = offer(action);
        boolean asks = mustAsk(action);
        if (action.benefit() != null) {
            benefits.grant(action, offer);
            hold(Resources.benefit(action.benefit()), offer, action.id(), !asks);
        }
        List<Need> all = needs.of(action, offer);
        all.forEach(need -> hold(need.resource(), need.claim(), action.id(), !asks));
        if (asks) {
            counted.asking().add(new Asking(action.id(), null));
            effects.ask(new Asked.Claim(action, all));
        } else {
            effects.issue(action);
        }
    }

    private void hold(String resource, String claim, String action, boolean given) {
        List<Hold> holds = counted.holds();
        for (int i = 0; i < holds.size(); i++) {
            if (holds.get(i).resource().equals(resource) && holds.get(i).claim().equals(claim)) {
                holds.set(i, holds.get(i).by(action));
                return;
            }
        }
        holds.add(new Hold(resource, claim, action, given, End.OUT));
    }

    private Optional<Hold> hold(Need need) {
        return counted.holds().stream()
                .filter(hold ->
                        hold.resource().equals(need.resource()) && hold.claim().equals(need.claim()))
                .findFirst();
    }

    /** The allocator has given all: whether the action, which has left by now, still holds. */
    boolean given(String action, Instant now) {
        Optional<Asking> asked = answered(action);
        counted.holds().replaceAll(hold -> hold.action().equals(action) ? hold.asGiven() : hold);
        state.shown().stale();
        asked.map(Asking::recall).ifPresent(recall -> effects.cancel(cancelled(action, recall, now)));
        return asked.isPresent() && asked.get().recall() == null;
    }

    /** The allocator has given nothing: whether the action would still have held. */
    boolean denied(String action) {
        Optional<Asking> asked = answered(action);
        for (Hold hold : List.copyOf(counted.holds())) {
            if (hold.action().equals(action) && !hold.given()) {
                counted.holds().remove(hold);
                counted.grants().removeIf(grant -> grant.id().equals(hold.claim()));
            }
        }
        state.shown().stale();
        return asked.isPresent() && asked.get().recall() == null;
    }

    private Optional<Asking> answered(String action) {
        Optional<Asking> asked = counted.asking().stream()
                .filter(asking -> asking.action().equals(action))
                .findFirst();
        asked.ifPresent(counted.asking()::remove);
        return asked;
    }

    /** Calls an action back, at once or when it is known to have left. */
    void recall(OpenAction open, String reason, Instant now) {
        Recall recall = new Recall(open.customer(), open.channel(), open.strategy(), reason);
        if (counted.hasLeft(open.id())) {
            effects.cancel(cancelled(open.id(), recall, now));
        } else {
            counted.asking()
                    .replaceAll(asking -> asking.action().equals(open.id()) ? new Asking(open.id(), recall) : asking);
        }
    }

    private ActionCancelled cancelled(String action, Recall recall, Instant now) {
        return new ActionCancelled(
                Ids.of("cancelled", action, recall.reason()),
                now,
                recall.customer() == null ? state.customer() : recall.customer(),
                action,
                recall.channel(),
                recall.strategy(),
                recall.reason());
    }

    /** The customer has taken an offer up. */
    void accepted(OpenAction open) {
        if (!counted.grants().isEmpty()) {
            benefits.accept(offer(open));
        }
    }

    /** An action is not out any more: it was answered, or what it counts for was for nothing. */
    void ended(OpenAction open, End how) {
        end(open, how, how);
    }

    /** An action was out until its end: its day's capacity is used, its offer was for nothing, a benefit has a life of its own. */
    void expired(OpenAction open) {
        end(open, End.LOST, End.KEPT);
    }

    private void end(OpenAction open, End how, End benefit) {
        if (counted.holds().isEmpty()) {
            return;
        }
        String offer = offer(open);
        for (Hold hold : List.copyOf(counted.holds())) {
            if (hold.claim().equals(open.id())) {
                counted.holds().remove(hold);
                if (how == End.LOST && benefit == End.LOST) {
                    effects.ask(new Asked.GiveBack(hold.resource(), hold.claim()));
                }
            } else if (hold.claim().equals(offer)) {
                counted.holds()
                        .set(
                                counted.holds().indexOf(hold),
                                hold.ended(Resources.isBenefit(hold.resource()) ? benefit : how));
            }
        }
    }

    /** Settles offers of which nothing is out any more, nor to come. */
    void settle() {
        if (counted.holds().isEmpty()) {
            return;
        }
        Set<String> live = live();
        for (Hold hold : List.copyOf(counted.holds())) {
            if (hold.end() != End.OUT && !live.contains(hold.claim())) {
                settle(hold);
            }
        }
    }

    private void settle(Hold hold) {
        boolean benefit = Resources.isBenefit(hold.resource());
        if (benefit && hold.end() == End.LOST) {
            benefits.cancel(hold);
        } else if (!benefit) {
            counted.holds().remove(hold);
            if (hold.end() == End.LOST) {
                effects.ask(new Asked.GiveBack(hold.resource(), hold.claim()));
            }
        }
    }

    private Set<String> live() {
        Set<String> live = new TreeSet<>();
        state.openActions().forEach(open -> live.add(offer(open)));
        state.planned().stream()
                .filter(planned -> planned.kind() != Planned.Kind.RIVAL)
                .forEach(planned -> live.add(offer(planned)));
        return live;
    }

    /**
     * Everything goes back: the customer is to be forgotten. The allocator takes it in after what was asked, so what it has not
     * answered yet comes back too.
     *
     * @return what is out or not, as nobody knows yet: to be called back when the allocator says that it has left
     */
    List<Asking> forget(Instant now) {
        List<Asking> unanswered = counted.asking().stream()
                .filter(asking -> asking.recall() != null)
                .toList();
        // The answer to what was asked under another name may never come here.
        unanswered.stream()
                .filter(asking -> asking.recall().customer() != null)
                .forEach(asking -> effects.cancel(cancelled(asking.action(), asking.recall(), now)));
        counted.holds().forEach(hold -> effects.ask(new Asked.GiveBack(hold.resource(), hold.claim())));
        counted.holds().clear();
        return unanswered;
    }

    /** What was asked for a customer who has been forgotten since has left, or will not. Whether it was waited for. */
    boolean answeredTooLate(String action, boolean given, Instant now) {
        Optional<Asking> asked = answered(action);
        if (given) {
            asked.ifPresent(asking -> effects.cancel(cancelled(action, asking.recall(), now)));
        }
        return asked.isPresent();
    }

    /** Benefits that the customer has, as often as they are, but for that of one offer. */
    List<String> granted(String exceptOffer) {
        return counted.grants().stream()
                .filter(grant -> grant.isOpen() && !grant.id().equals(exceptOffer))
                .map(Granted::benefit)
                .toList();
    }

    private String offer(ActionIssued action) {
        return offer(action.strategy(), action.momentInstance());
    }

    String offer(OpenAction open) {
        return open.customer() == null
                ? offer(open.strategy(), open.instance())
                : offer(open.customer(), open.strategy(), open.instance());
    }

    String offer(Planned planned) {
        return state.openAction(planned.action())
                .map(this::offer)
                .orElseGet(() -> offer(planned.strategy(), planned.instance()));
    }

    /** What was offered under another name stays that offer: its next step claims nothing a second time. */
    private String offer(String strategy, String instance) {
        String own = offer(state.customer(), strategy, instance);
        if (counted.isEmpty() || isCounted(own)) {
            return own;
        }
        return state.identity().merged().stream()
                .map(name -> offer(name, strategy, instance))
                .filter(this::isCounted)
                .findFirst()
                .orElse(own);
    }

    private boolean isCounted(String offer) {
        return counted.holds().stream().anyMatch(hold -> hold.claim().equals(offer))
                || counted.grants().stream().anyMatch(grant -> grant.id().equals(offer));
    }

    /** All steps of a ladder make one offer: a customer who is called about a coupon that was pushed gets no second one. */
    private static String offer(String name, String strategy, String instance) {
        return Ids.of("offer", name, strategy, instance);
    }
}
