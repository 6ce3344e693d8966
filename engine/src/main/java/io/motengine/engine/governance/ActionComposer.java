package io.motengine.engine.governance;

import io.motengine.engine.catalog.Catalog;
import io.motengine.engine.catalog.ContentText.Text;
import io.motengine.engine.facts.Customer;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.action.Content;
import io.motengine.schemas.action.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes the action of a winning candidate: content in the customer's language, reasons in plain words. */
public final class ActionComposer {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String FALLBACK_LANGUAGE = "zh";

    private final Catalog catalog;
    private final String releaseId;

    public ActionComposer(Catalog catalog, String releaseId) {
        this.catalog = catalog;
        this.releaseId = releaseId;
    }

    /**
     * The action.
     *
     * @param id deterministic hash of everything that identifies it
     * @param briefing null for a channel on which no person acts
     */
    public ActionIssued compose(
            String id, Fate fate, int attempt, Instant expiresAt, Situation situation, Briefing briefing) {
        StrategyCard card = fate.candidate().card();
        Customer customer = situation.customer();
        Map<String, Text> texts = texts(fate);
        String language = language(texts, customer.language());
        Text text = texts.get(language);
        return new ActionIssued(
                id,
                situation.now(),
                customer.id(),
                card.id(),
                card.momentName(),
                fate.candidate().instance(),
                fate.channel(),
                card.product(),
                content(text, fate, language, briefing != null),
                card.benefit(),
                card.priority(),
                card.service(),
                fate.rung(),
                attempt,
                situation.now(),
                expiresAt,
                situation.branch(fate.channel()),
                customer.relationshipManager(),
                reasons(fate, customer),
                releaseId,
                briefing == null ? null : task(text, fate, situation, briefing));
    }

    private Map<String, Text> texts(Fate fate) {
        return catalog.content().get(fate.candidate().card().content()).on(fate.channel());
    }

    private static String language(Map<String, Text> texts, String wanted) {
        return Stream.of(wanted, FALLBACK_LANGUAGE)
                .filter(language -> language != null && texts.containsKey(language))
                .findFirst()
                .orElseGet(() -> new TreeMap<>(texts).firstKey());
    }

    private static Task task(Text text, Fate fate, Situation situation, Briefing briefing) {
        StrategyCard card = fate.candidate().card();
        Map<String, String> variables = variables(fate);
        Map<String, String> objections = new TreeMap<>(text.objections() == null ? Map.of() : text.objections());
        objections.replaceAll((objection, answer) -> render(answer, variables));
        return new Task(
                render(text.offer(), variables),
                objections,
                render(text.doNotSay(), variables),
                card.followUpAfter() == null
                        ? null
                        : situation.day(situation.now().plus(card.followUpAfter())),
                briefing.facts(),
                briefing.opportunity() == null ? card.opportunity() : briefing.opportunity(),
                briefing.handedTo());
    }

    private static Content content(Text text, Fate fate, String language, boolean person) {
        Map<String, String> variables = variables(fate);
        return new Content(
                fate.candidate().card().content(),
                language,
                render(text.title(), variables),
                render(text.body(), variables),
                person ? render(text.script(), variables) : null);
    }

    private static Map<String, String> variables(Fate fate) {
        return fate.candidate().moment().getVariables();
    }

    private static String render(String template, Map<String, String> variables) {
        if (template == null) {
            return null;
        }
        return VARIABLE.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(variables.getOrDefault(found.group(1), found.group())));
    }

    private static List<String> reasons(Fate fate, Customer customer) {
        List<String> reasons = new ArrayList<>();
        Map<String, String> variables = variables(fate);
        reasons.add(fate.candidate().card().momentName() + (variables.isEmpty() ? "" : " " + variables));
        reasons.add(fate.candidate().card().name());
        reasons.add("tier " + orNone(customer.tier()) + ", stage " + orNone(customer.stage())
                + (customer.segments().isEmpty() ? "" : ", " + String.join(", ", customer.segments())));
        if (fate.channel().equals(customer.preferredChannel())) {
            reasons.add("prefers " + fate.channel());
        }
        return reasons;
    }

    private static String orNone(String word) {
        return word.isEmpty() ? "none" : word;
    }
}
