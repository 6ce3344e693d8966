package io.motengine.engine.events;

import io.motengine.engine.rules.FactClasses;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.DeclaredBody;
import io.motengine.schemas.codec.ErrorCode;
import io.motengine.schemas.codec.EventBinder;
import io.motengine.schemas.money.Money;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every event type that rules of a release can speak of: the contract's and those that the release declares. Immutable. */
public final class KnownEvents {
    /** Where nothing is declared. */
    public static final KnownEvents OF_THE_CONTRACT = new KnownEvents(List.of(), FactClasses.NONE);

    private final Map<String, Class<?>> facts = new TreeMap<>();
    private final Map<String, Binder> declared = new HashMap<>();
    private final FactClasses classes;

    /** How the body of a declared type becomes a fact. */
    private record Binder(DeclaredBody body, MethodHandle constructor) {}

    KnownEvents(List<DeclaredEvent> declaredEvents, FactClasses classes) {
        this.classes = classes;
        EventClasses.types().forEach(type -> facts.put(type, EventClasses.of(type)));
        for (DeclaredEvent event : declaredEvents) {
            try {
                Class<?> fact = classes.loader().loadClass(event.className());
                MethodHandle constructor = MethodHandles.publicLookup()
                        .findConstructor(fact, MethodType.methodType(void.class, Object[].class))
                        .asType(MethodType.methodType(Object.class, Object[].class))
                        .asFixedArity();
                facts.put(event.type(), fact);
                declared.put(event.type(), new Binder(event.body(), constructor));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the fact of " + event.type() + " is not as it was generated: " + e, e);
            }
        }
    }

    /** The class of the facts that events of a type become; null if rules cannot speak of the type. */
    public Class<?> factOf(String type) {
        return facts.get(type);
    }

    /** Every type that rules can speak of, sorted. */
    public Set<String> types() {
        return Collections.unmodifiableSet(facts.keySet());
    }

    /** Whether the release declares it. */
    public boolean isDeclared(String type) {
        return declared.containsKey(type);
    }

    /** Classes of the declared facts, which rules are compiled against. */
    public FactClasses classes() {
        return classes;
    }

    /**
     * Binds a body, with all money in the base currency.
     *
     * @return a record of the contract or a declared fact
     * @throws BadEventException if the body breaks its type, its money has no rate, or nobody may send the type
     */
    public Object bind(String type, byte[] body, BaseCurrency currency) throws BadEventException {
        Binder binder = declared.get(type);
        if (binder != null) {
            return bind(binder, body, currency);
        }
        if (!EventBinder.knows(type)) {
            throw new BadEventException(
                    ErrorCode.BAD_VALUE, "type: \"" + type + "\" (expected: a type that is sent, not raised inside)");
        }
        return currency.convert(EventBinder.bind(type, body));
    }

    private static Object bind(Binder binder, byte[] body, BaseCurrency currency) throws BadEventException {
        Object[] values = binder.body().bind(body);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Money money) {
                values[i] = currency.convert(money);
            }
        }
        try {
            return binder.constructor().invokeExact(values);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot make a declared fact", e);
        }
    }
}
