package io.motengine.cli.demo;

import io.motengine.cli.simulator.Story;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionEvent;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.customer.CustomerView;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** How the stories of a demo go: what the engine made of each, in one line. Written by one thread and read by others. */
final class StoryBoard {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final Comparator<Step> IN_TIME = Comparator.comparing(Step::time)
            .thenComparing(Step::rank)
            .thenComparing(Step::text);

    private final List<Story> stories;
    private final ZoneId zone;
    private final LocalDate today;
    private final Map<String, TreeSet<Step>> steps = new HashMap<>();
    private final Map<String, String> grants = new HashMap<>();

    /** @param rank of what happens at the same time, causes first */
    private record Step(Instant time, int rank, String text) {}

    /** @param start of the simulated world: what was on another day is told with its day */
    StoryBoard(List<Story> stories, Instant start, ZoneId zone) {
        this.stories = List.copyOf(stories);
        this.zone = zone;
        this.today = LocalDate.ofInstant(start, zone);
    }

    synchronized void take(ActionEvent event) {
        if (event instanceof ActionIssued issued) {
            step(issued.customer(), issued.time(), 2, issued.channel());
        } else if (event instanceof ActionCancelled gone) {
            step(gone.customer(), gone.time(), 1, gone.channel() + " cancelled (" + gone.reason() + ")");
        }
    }

    synchronized void take(DecisionRecord decision) {
        Instant time = decision.cause().time();
        decision.merged().forEach(name -> step(decision.customer(), time, 0, name + " merged"));
        stories.stream()
                .filter(story -> story.customer().equals(decision.customer()))
                .forEach(story -> decision.moments().stream()
                        .map(DecisionRecord.MomentRaised::moment)
                        .filter(story.moments()::contains)
                        .forEach(moment -> step(story.customer(), time, 0, moment)));
    }

    /** A benefit that is nearer than it was, or has ended. */
    synchronized void take(CustomerView view) {
        if (view.grants() == null) {
            return;
        }
        for (CustomerView.Grant grant : view.grants()) {
            String now = grant.toGo() == null ? grant.state() : words(grant.toGo()) + " to go";
            String before = grants.put(view.customer() + " " + grant.benefit(), now);
            if (!now.equals(before)) {
                step(view.customer(), view.time(), 0, grant.benefit() + " " + now);
            }
        }
    }

    private static String words(Money money) {
        return "%,d".formatted(money.minor() / 100);
    }

    private void step(String customer, Instant time, int rank, String text) {
        if (stories.stream().anyMatch(story -> story.customer().equals(customer))) {
            steps.computeIfAbsent(customer, none -> new TreeSet<>(IN_TIME)).add(new Step(time, rank, text));
        }
    }

    /** One line a story, as far as it has come. */
    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Story story : stories) {
            Map<String, List<String>> told = new LinkedHashMap<>();
            steps.getOrDefault(story.customer(), new TreeSet<>(IN_TIME))
                    .forEach(step -> told.computeIfAbsent(clock(step.time()), none -> new ArrayList<>())
                            .add(step.text()));
            List<String> course = new ArrayList<>();
            told.forEach((time, texts) -> course.add(time + " " + String.join(", ", texts)));
            lines.add("story " + story.name() + ", " + story.customer() + ": "
                    + (course.isEmpty() ? "nothing yet" : String.join(" → ", course)));
        }
        return lines;
    }

    private String clock(Instant time) {
        ZonedDateTime here = time.atZone(zone);
        return (here.toLocalDate().equals(today) ? HOUR : DAY).format(here);
    }
}
