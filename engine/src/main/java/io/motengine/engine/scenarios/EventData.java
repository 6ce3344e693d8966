package io.motengine.engine.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motengine.engine.catalog.Product;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.Spelling;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the body of an event, as the contract has it, of its short form. */
final class EventData {
    private static final Pattern MONEY = Pattern.compile("(-?[\\d,_]+(?:\\.\\d+)?)\\s+([A-Z]{3})");
    private static final Pattern ACTION = Pattern.compile("[\\w-]+");

    private final Release release;

    EventData(Release release) {
        this.release = release;
    }

    /**
     * The body.
     *
     * @throws IllegalArgumentException saying what was found and what was expected, behind the JSON pointer of the place and a blank
     */
    ObjectNode of(EventForm form, JsonNode given) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        if (!given.isObject() && !given.isNull()) {
            throw new IllegalArgumentException(" " + form.key() + ": " + given + " (expected: members in braces)");
        }
        for (Map.Entry<String, JsonNode> member : given.properties()) {
            put(form, member.getKey(), member.getValue(), data);
        }
        complete(form, data);
        return data;
    }

    private void put(EventForm form, String name, JsonNode value, ObjectNode data) {
        if (form.key().equals("transaction") && (name.equals("in") || name.equals("out"))) {
            data.put("direction", name.equals("in") ? "credit" : "debit");
            money("amount", name, value, data);
            return;
        }
        String member = form.aliases().getOrDefault(name, name);
        if (!form.members().contains(member)) {
            throw new IllegalArgumentException("/" + name + " " + name + ": not a member of " + form.key()
                    + " (expected: " + Spelling.choices(name, form.words()) + ")");
        }
        if (form.money().contains(member)) {
            money(member, name, value, data);
        } else if (member.equals("actionId") && ACTION.matcher(value.asText()).matches()) {
            data.put(member, "{" + value.asText() + "}");
        } else if (value.isNumber() && !member.equals("change")) {
            data.put(member, value.asText());
        } else {
            data.set(member, value);
        }
    }

    private void money(String member, String name, JsonNode value, ObjectNode data) {
        if (value.isNumber()) {
            data.put(member, value.decimalValue().toPlainString());
            return;
        }
        Matcher money = MONEY.matcher(value.asText());
        if (!money.matches()) {
            throw new IllegalArgumentException(
                    "/" + name + " " + name + ": " + value + " (expected: an amount such as 60000 CNY)");
        }
        String currency = money.group(2);
        if (data.has("currency") && !data.get("currency").asText().equals(currency)) {
            throw new IllegalArgumentException("/" + name + " " + name + ": " + currency + " beside "
                    + data.get("currency").asText() + " (expected: one currency in an event)");
        }
        data.put(member, money.group(1).replaceAll("[,_]", "")).put("currency", currency);
    }

    private void complete(EventForm form, ObjectNode data) {
        if (form.money().stream().anyMatch(data::has) && !data.has("currency")) {
            data.put("currency", release.currency().code());
        }
        switch (form.key()) {
            case "transaction" -> otherwise(data, "accountId", "a1");
            case "holding" -> {
                otherwise(data, "status", "active");
                Product product =
                        release.catalog().products().get(data.path("productId").asText());
                if (product != null && product.family() != null) {
                    otherwise(data, "family", product.family());
                }
            }
            case "feedback" -> {
                String action = data.path("actionId").asText();
                if (action.startsWith("{")) {
                    otherwise(data, "channel", action.replace("}", ".channel}"));
                }
            }
            case "linked" -> otherwise(data, "otherKind", "customer");
            default -> {
                // Says all that there is to say.
            }
        }
    }

    private static void otherwise(ObjectNode data, String member, String value) {
        if (!data.has(member)) {
            data.put(member, value);
        }
    }
}
