package io.motengine.rules.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What became of one event and of what was due before it, as lines that two views of the same thing must share. */
final class View {
    private final List<String> lines = new ArrayList<>();
    private final List<String> actionIds = new ArrayList<>();
    private int moments;

    void status(String status) {
        lines.add("status " + status);
    }

    void moment(String name, String instance, Instant time) {
        moments++;
        lines.add("moment " + name + " " + instance + " " + time);
    }

    void action(String id, String strategy, String channel, String instance, Instant time) {
        actionIds.add(id);
        lines.add("action " + strategy + " " + channel + " " + instance + " " + time);
    }

    void retracted(String instance) {
        lines.add("retracted " + instance);
    }

    void cancelled(String strategy, String channel, Instant time) {
        lines.add("cancelled " + strategy + " " + channel + " " + time);
    }

    void dropped(String strategy, String reason, String instance) {
        lines.add("dropped " + strategy + " " + reason + " " + instance);
    }

    void standing(String tier, String stage, Instant stageSince, boolean payroll) {
        lines.add("standing tier=" + tier + " stage=" + stage + " since " + stageSince + (payroll ? " payroll" : ""));
    }

    void due(Instant next) {
        lines.add("next due " + next);
    }

    /** In no order that depends on who writes. */
    List<String> lines() {
        return lines.stream().sorted().toList();
    }

    /** Ids of the actions, in the order issued; each side has ids of its own. */
    List<String> actionIds() {
        return actionIds;
    }

    int moments() {
        return moments;
    }
}
