package io.motengine.schemas.codec;

import io.motengine.schemas.money.Money;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The body of an event type that a release declares: as strict as the contract's own types, in the same words.
 *
 * <p>No member is required and unknown ones are left alone: what a rule needs to be there, it asks for. All money of a body has
 * one currency, in the member {@code currency} beside it. Immutable.
 */
public final class DeclaredBody {
    private static final String CURRENCY = "currency";

    private final List<Field> fields;
    private final Map<String, Integer> positions = new HashMap<>();
    private final boolean hasMoney;

    /** What a member holds, and what it is bound to. */
    public enum Kind {
        /** Any text, to {@link String}. */
        TEXT,
        /** A whole number of 64 bits, to {@link Long}. */
        NUMBER,
        /** A whole number of 32 bits, to {@link Integer}. */
        INTEGER,
        /** {@code true} or {@code false}, to {@link Boolean}. */
        FLAG,
        /** A decimal in a string, to {@link Money}. */
        MONEY,
        /** A day, to {@link java.time.LocalDate}. */
        DATE
    }

    /** One member, named as on the wire. */
    public record Field(String name, Kind kind) {}

    /**
     * For these members.
     *
     * @throws IllegalArgumentException if a name comes twice, or is {@code currency} beside money
     */
    public DeclaredBody(List<Field> fields) {
        this.fields = List.copyOf(fields);
        this.hasMoney = fields.stream().anyMatch(field -> field.kind() == Kind.MONEY);
        for (Field field : this.fields) {
            boolean again = positions.putIfAbsent(field.name(), positions.size()) != null;
            if (again || (hasMoney && field.name().equals(CURRENCY))) {
                throw new IllegalArgumentException(
                        "field " + field.name() + ": " + (again ? "twice" : "beside money, whose currency it is"));
            }
        }
    }

    /**
     * Binds a body.
     *
     * @param body UTF-8 JSON of {@code data}
     * @return the values in the order of the fields; null for a member that was not sent
     * @throws BadEventException if it breaks what was declared; nothing else is thrown, whatever the bytes
     */
    public Object[] bind(byte[] body) throws BadEventException {
        return EventBinder.read(body, this::values);
    }

    private Object[] values(Fields members) throws IOException, BadEventException {
        Amounts amounts = new Amounts(members);
        Object[] values = new Object[fields.size()];
        for (String name = members.next(); name != null; name = members.next()) {
            Integer position = positions.get(name);
            if (position != null) {
                values[position] = value(members, fields.get(position).kind());
            } else if (hasMoney && name.equals(CURRENCY)) {
                amounts.currency();
            } else {
                members.skip();
            }
        }
        for (int i = 0; hasMoney && i < values.length; i++) {
            if (fields.get(i).kind() == Kind.MONEY) {
                values[i] = amounts.of((String) values[i], fields.get(i).name());
            }
        }
        return values;
    }

    private static Object value(Fields members, Kind kind) throws IOException, BadEventException {
        return switch (kind) {
            case TEXT -> members.text();
            case NUMBER -> members.number();
            case INTEGER -> members.integer();
            case FLAG -> members.bool();
            case MONEY -> members.decimal();
            case DATE -> members.date();
        };
    }
}
