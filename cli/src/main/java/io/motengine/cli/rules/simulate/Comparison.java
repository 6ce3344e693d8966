package io.motengine.cli.rules.simulate;

import io.motengine.cli.rules.simulate.Kept.AtMoment;
import io.motengine.engine.release.Release;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one release does otherwise than another over the same history, moment by moment. */
final class Comparison {
    private static final int EXAMPLES = 3;
    private static final AtMoment NOTHING = new AtMoment();

    private final Simulated after;
    private final Simulated before;
    private final Map<String, Group> groups = new TreeMap<>();
    private final Set<String> gain = new TreeSet<>();
    private final Set<String> lose = new TreeSet<>();
    private final Set<String> change = new TreeSet<>();

    /** Changes of one sort. */
    static final class Group {
        private final String what;
        private final String from;
        private final String to;
        private final String why;
        private final List<Example> examples = new ArrayList<>(EXAMPLES);
        private long size;

        Group(String what, String from, String to, String why) {
            this.what = what;
            this.from = from;
            this.to = to;
            this.why = why;
        }

        /** One of {@code gain}, {@code lose} and {@code change}. */
        String what() {
            return what;
        }

        /** Strategy and channel before; empty for none. */
        String from() {
            return from;
        }

        /** Strategy and channel after; empty for none. */
        String to() {
            return to;
        }

        /** In plain words. */
        String why() {
            return why;
        }

        List<Example> examples() {
            return examples;
        }

        long size() {
            return size;
        }
    }

    /** One customer at one moment. */
    record Example(String customer, String time, String moment, String detail) {}

    Comparison(Simulated after, Simulated before) {
        this.after = after;
        this.before = before;
        Map<String, Map<String, AtMoment>> now = after.results().kept().customers();
        Map<String, Map<String, AtMoment>> then = before.results().kept().customers();
        Set<String> customers = new TreeSet<>(now.keySet());
        customers.addAll(then.keySet());
        for (String customer : customers) {
            Map<String, AtMoment> its = now.getOrDefault(customer, Map.of());
            Map<String, AtMoment> were = then.getOrDefault(customer, Map.of());
            Set<String> instances = new TreeSet<>(its.keySet());
            instances.addAll(were.keySet());
            for (String instance : instances) {
                compare(customer, its.getOrDefault(instance, NOTHING), were.getOrDefault(instance, NOTHING));
            }
        }
    }

    private void compare(String customer, AtMoment its, AtMoment was) {
        ActionIssued now = its.first();
        ActionIssued then = was.first();
        if (now == null && then == null) {
            return;
        }
        if (then == null) {
            gain.add(customer);
            add("gain", "", place(now), because(now.strategy(), now.moment(), was, before), customer, now);
        } else if (now == null) {
            lose.add(customer);
            add("lose", place(then), "", because(then.strategy(), then.moment(), its, after), customer, then);
        } else if (!now.strategy().equals(then.strategy())) {
            change.add(customer);
            add("change", place(then), place(now), because(then.strategy(), then.moment(), its, after), customer, now);
        } else if (!place(now).equals(place(then)) || !now.content().equals(then.content())) {
            change.add(customer);
            String why = place(now).equals(place(then)) ? "other content" : "another channel";
            add("change", place(then), place(now), why, customer, now);
        }
    }

    private static String place(ActionIssued action) {
        return action.strategy() + " by " + action.channel();
    }

    /** Why a strategy did not come to an action in a run. */
    private static String because(String strategy, String moment, AtMoment at, Simulated run) {
        Release release = run.release();
        if (!release.cards().containsKey(strategy)) {
            return "the other release has no card " + strategy;
        }
        if (!at.moments().contains(moment)) {
            return "the other release does not see the moment " + moment;
        }
        CandidateFate fate = at.fate(strategy);
        if (at.isDenied(strategy)) {
            return strategy + " denied there: nothing left of what it counts for";
        }
        if (fate == null) {
            return strategy + " is no candidate there: not in its audience, or its moment is another one";
        }
        return strategy + " " + fate.fate() + " there"
                + (fate.reason() == null ? "" : ": " + fate.layer() + ", " + fate.reason());
    }

    private void add(String what, String from, String to, String why, String customer, ActionIssued action) {
        Group group = groups.computeIfAbsent(
                what + "\n" + from + "\n" + to + "\n" + why, none -> new Group(what, from, to, why));
        group.size++;
        if (group.examples.size() < EXAMPLES) {
            group.examples.add(new Example(
                    customer,
                    action.time().toString(),
                    action.moment(),
                    action.content().body()));
        }
    }

    /** The greatest first. */
    List<Group> groups() {
        return groups.values().stream()
                .sorted(Comparator.comparingLong(Group::size).reversed())
                .toList();
    }

    /** Customers who get an action at a moment at which they had none. */
    int gaining() {
        return gain.size();
    }

    int losing() {
        return lose.size();
    }

    int changing() {
        return change.size();
    }

    Simulated before() {
        return before;
    }
}
