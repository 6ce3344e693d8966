package io.motengine.engine.events;

import io.motengine.schemas.money.Money;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One member of an event fact, named as on the wire: a record component, or a field of a type declared in DRL; or a flag that
 * follows from others, such as {@code otherBank}.
 */
public final class EventMember {
    private final String name;
    private final Class<?> type;
    private final MethodHandle accessor;
    /** Of an enum, as on the wire: filters ask at every event. */
    private final Map<Object, String> words;

    private EventMember(String name, Method accessor) throws IllegalAccessException {
        this.name = name;
        this.type = accessor.getReturnType();
        this.accessor = MethodHandles.publicLookup()
                .unreflect(accessor)
                .asType(MethodType.methodType(Object.class, Object.class));
        this.words = type.isEnum() ? words(type) : Map.of();
    }

    private static Map<Object, String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(
                        constant -> constant,
                        constant -> ((Enum<?>) constant)
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')));
    }

    /** What a member holds. */
    public enum Kind {
        MONEY,
        NUMBER,
        TEXT,
        FLAG,
        DATE,
        LIST
    }

    /** The member of that name, or null if facts of the class have none. */
    public static EventMember of(Class<?> fact, String name) {
        try {
            Method accessor = accessor(fact, name);
            return accessor == null ? null : new EventMember(name, accessor);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + name + " of " + fact.getName(), e);
        }
    }

    /** Names of all members of a fact class. */
    public static List<String> names(Class<?> fact) {
        if (fact.isRecord()) {
            return Stream.concat(
                            Arrays.stream(fact.getRecordComponents()).map(RecordComponent::getName),
                            flags(fact).map(method -> named(method.getName())).sorted())
                    .toList();
        }
        return Arrays.stream(fact.getDeclaredFields())
                .filter(field -> accessor(fact, field.getName()) != null)
                .map(java.lang.reflect.Field::getName)
                .toList();
    }

    private static Method accessor(Class<?> fact, String name) {
        if (fact.isRecord()) {
            return Arrays.stream(fact.getRecordComponents())
                    .filter(component -> component.getName().equals(name))
                    .map(RecordComponent::getAccessor)
                    .findFirst()
                    .orElseGet(() -> flag(fact, name));
        }
        String capital = capital(name);
        return Arrays.stream(fact.getMethods())
                .filter(method -> method.getParameterCount() == 0 && method.getDeclaringClass() == fact)
                .filter(method -> method.getName().equals("get" + capital)
                        || method.getName().equals("is" + capital))
                .findFirst()
                .orElse(null);
    }

    private static Method flag(Class<?> fact, String name) {
        return flags(fact)
                .filter(method -> method.getName().equals("is" + capital(name)))
                .findFirst()
                .orElse(null);
    }

    private static Stream<Method> flags(Class<?> fact) {
        return Arrays.stream(fact.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0 && method.getReturnType() == boolean.class)
                .filter(method -> method.getName().matches("is[A-Z].*"));
    }

    private static String named(String flag) {
        return Character.toLowerCase(flag.charAt(2)) + flag.substring(3);
    }

    private static String capital(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        if (type == Money.class) {
            return Kind.MONEY;
        }
        if (type == long.class || type == int.class || type == Long.class || type == Integer.class) {
            return Kind.NUMBER;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Kind.FLAG;
        }
        if (type == LocalDate.class) {
            return Kind.DATE;
        }
        return type == List.class ? Kind.LIST : Kind.TEXT;
    }

    /** The value as on the wire, enums in kebab-case; empty if it was not sent. */
    public String text(Object body) {
        Object value = value(body);
        if (value == null) {
            return "";
        }
        return value instanceof Enum<?> constant ? words.get(constant) : value.toString();
    }

    /** The amount, in the currency that the event carries; null if it was not sent. */
    public Money money(Object body) {
        return (Money) value(body);
    }

    /** The number of a {@link Kind#NUMBER} member, minor units of a {@link Kind#MONEY} one; null if it was not sent. */
    public Long number(Object body) {
        Object value = value(body);
        if (value instanceof Money money) {
            return money.minor();
        }
        return value == null ? null : ((Number) value).longValue();
    }

    private Object value(Object body) {
        try {
            return accessor.invokeExact(body);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + name + " of an event", e);
        }
    }
}
