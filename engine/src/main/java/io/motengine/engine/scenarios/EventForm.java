package io.motengine.engine.scenarios;

import io.motengine.engine.events.EventClasses;
import io.motengine.schemas.event.CustomerErased;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.StockCorrected;
import io.motengine.schemas.money.Money;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The short form of an event in {@code events.yaml}. Members are those of the contract, money is one text such as {@code 60000 CNY}.
 *
 * @param key by which it is written, such as {@code transaction}
 * @param aliases shorter names of members
 * @param members names of the contract, sorted
 * @param money which of them are money
 */
record EventForm(String key, String type, Map<String, String> aliases, Set<String> members, Set<String> money) {
    private static final Map<String, EventForm> ALL = all();

    /** By key. */
    static Map<String, EventForm> byKey() {
        return ALL;
    }

    /** What an author may write, aliases included. */
    List<String> words() {
        List<String> words = new ArrayList<>(members);
        words.addAll(aliases.keySet());
        if (key.equals("transaction")) {
            words.addAll(List.of("in", "out"));
        }
        words.sort(null);
        return words;
    }

    private static Map<String, EventForm> all() {
        Map<String, EventForm> forms = new TreeMap<>();
        Stream.of(
                        form(
                                "transaction",
                                EventTypes.TRANSACTION_POSTED,
                                "from",
                                "counterpartyBank",
                                "to",
                                "counterpartyBank"),
                        form("click", EventTypes.APP_CLICK, "product", "productId"),
                        form("profile", EventTypes.PROFILE_UPDATED),
                        form(
                                "holding",
                                EventTypes.HOLDING_UPDATED,
                                "id",
                                "holdingId",
                                "product",
                                "productId",
                                "matures",
                                "maturesOn",
                                "opened",
                                "openedOn"),
                        form("feedback", EventTypes.FEEDBACK, "action", "actionId"),
                        form("service-contact", EventTypes.SERVICE_CONTACT),
                        form("linked", EventTypes.CUSTOMER_LINKED, "other", "otherId", "kind", "otherKind"),
                        form("listed", EventTypes.CUSTOMER_LISTED),
                        form(
                                "credit-application",
                                EventTypes.CREDIT_APPLICATION_CHANGED,
                                "id",
                                "applicationId",
                                "product",
                                "productId"),
                        form("credit-limit", EventTypes.CREDIT_LIMIT_UPDATED, "product", "productId"),
                        form("erased", EventTypes.CUSTOMER_ERASED),
                        form("stock", EventTypes.STOCK_CORRECTED))
                .forEach(form -> forms.put(form.key(), form));
        return forms;
    }

    private static EventForm form(String key, String type, String... aliases) {
        Map<String, String> names = new TreeMap<>();
        for (int i = 0; i < aliases.length; i += 2) {
            names.put(aliases[i], aliases[i + 1]);
        }
        Set<String> members = new TreeSet<>();
        Set<String> money = new TreeSet<>();
        for (RecordComponent member : body(type).getRecordComponents()) {
            members.add(member.getName());
            if (member.getType() == Money.class) {
                money.add(member.getName());
            }
        }
        if (!money.isEmpty()) {
            members.add("currency");
        }
        return new EventForm(key, type, names, members, money);
    }

    /** Rules cannot speak of all of them. */
    private static Class<?> body(String type) {
        return switch (type) {
            case EventTypes.CUSTOMER_ERASED -> CustomerErased.class;
            case EventTypes.STOCK_CORRECTED -> StockCorrected.class;
            default -> EventClasses.of(type);
        };
    }
}
