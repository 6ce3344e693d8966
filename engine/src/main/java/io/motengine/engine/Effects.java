package io.motengine.engine;

import io.motengine.engine.allocate.Asked;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.customer.CustomerView;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.EventEnvelope;
import java.util.ArrayList;
import java.util.List;

/** What a turn has come to so far. */
final class Effects {
    private List<ActionIssued> issued = List.of();
    private List<ActionCancelled> cancelled = List.of();
    private List<DecisionRecord> decisions = List.of();
    private List<EventEnvelope> told = List.of();
    private List<Asked> asked = List.of();
    private CustomerView view;
    private boolean gone;

    void issue(ActionIssued action) {
        issued = with(issued, action);
    }

    void cancel(ActionCancelled action) {
        cancelled = with(cancelled, action);
    }

    void record(DecisionRecord decision) {
        decisions = with(decisions, decision);
    }

    void tell(EventEnvelope event) {
        told = with(told, event);
    }

    void ask(Asked asking) {
        asked = with(asked, asking);
    }

    /** Of most turns nothing comes: lists are made for those of which something does. */
    private static <T> List<T> with(List<T> all, T more) {
        List<T> grown = all.isEmpty() ? new ArrayList<>(1) : all;
        grown.add(more);
        return grown;
    }

    void show(CustomerView newView) {
        view = newView;
    }

    /** Channels are to forget the customer. */
    void forget() {
        gone = true;
    }

    Outcome outcome(Outcome.Status status, boolean changed, boolean late) {
        return new Outcome(status, changed, late, null, null, issued, cancelled, decisions, told, asked, view, gone);
    }

    Outcome skipped(String reason, boolean changed) {
        return new Outcome(
                Outcome.Status.SKIPPED,
                changed,
                false,
                null,
                reason,
                issued,
                cancelled,
                decisions,
                told,
                asked,
                view,
                gone);
    }
}
