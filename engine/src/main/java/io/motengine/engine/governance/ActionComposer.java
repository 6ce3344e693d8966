package io.motengine.engine.governance;

import io.motengine.engine.catalog.Catalog;
import io.motengine.engine.catalog.ContentText;
import io.motengine.engine.catalog.ContentText.Text;
import io.motengine.engine.facts.Customer;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.action.Content;
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

    /** The action; {@code id} must be the deterministic hash of everything that identifies it. */
    public ActionIssued compose(String id, Fate fate, int attempt, Instant expiresAt, Situation situation) {
        StrategyCard card = fate.candidate().card();
        Customer customer = situation.customer();
        return new ActionIssued(
                id,
                situation.now(),
                customer.id(),
                card.id(),
                card.momentName(),
                fate.candidate().instance(),
                fate.channel(),
                card.product(),
                content(card.content(), fate, customer.language()),
                card.benefit(),
                card.priority(),
                card.service(),
                fate.rung(),
                attempt,
                situation.now(),
                expiresAt,
                customer.branch(),
                customer.relationshipManager(),
                reasons(fate, customer),
                releaseId);
    }

    private Content content(String id, Fate fate, String language) {
        ContentText content = catalog.content().get(id);
        Map<String, Text> languages = new TreeMap<>(content.on(fate.channel()));
        String wanted = Stream.of(language, FALLBACK_LANGUAGE)
                .filter(languages::containsKey)
                .findFirst()
                .orElseGet(() -> languages.keySet().iterator().next());
        Text text = languages.get(wanted);
        Map<String, String> variables = variables(fate);
        boolean person = catalog.channels().get(fate.channel()).person();
        return new Content(
                id,
                wanted,
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
        return reasons;
    }

    private static String orNone(String word) {
        return word.isEmpty() ? "none" : word;
    }
}
