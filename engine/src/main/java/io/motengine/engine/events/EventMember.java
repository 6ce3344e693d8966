package io.motengine.engine.events;

import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.money.Money;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One member of an event record, named as on the wire. */
public final class EventMember {
    private final RecordComponent component;

    private EventMember(RecordComponent component) {
        this.component = component;
    }

    /** The member of that name, or null if events of the class have none. */
    public static EventMember of(Class<? extends EventBody> type, String name) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .map(EventMember::new)
                .orElse(null);
    }

    /** Names of all members of an event class. */
    public static List<String> names(Class<? extends EventBody> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    public boolean isMoney() {
        return component.getType() == Money.class;
    }

    /** The value as on the wire, enums in kebab-case; empty if it was not sent. */
    public String text(EventBody body) {
        Object value = value(body);
        if (value == null) {
            return "";
        }
        return value instanceof Enum<?> word
                ? word.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : value.toString();
    }

    /** The amount, in the currency that the event carries; null if it was not sent. */
    public Money money(EventBody body) {
        return (Money) value(body);
    }

    private Object value(EventBody body) {
        try {
            return component.getAccessor().invoke(body);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component + " of an event", e);
        }
    }
}
