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
    private final List<ActionIssued> issued = new ArrayList<>(1);
    private final List<ActionCancelled> cancelled = new ArrayList<>(0);
    private final List<DecisionRecord> decisions = new ArrayList<>(1);
    private final List<EventEnvelope> told = new ArrayList<>(0);
    private final List<Asked> asked = new ArrayList<>(0);
    private CustomerView view;
    private boolean gone;

    void issue(ActionIssued action) {
        issued.add(action);
    }

    void cancel(ActionCancelled action) {
        cancelled.add(action);
    }

    void record(DecisionRecord decision) {
        decisions.add(decision);
    }

    void tell(EventEnvelope event) {
        told.add(event);
    }

    void ask(Asked asking) {
        asked.add(asking);
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
