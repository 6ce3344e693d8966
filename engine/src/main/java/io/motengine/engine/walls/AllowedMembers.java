package io.motengine.engine.walls;

import io.motengine.engine.events.EventClasses;
import io.motengine.engine.facts.CompletedPattern;
import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.DailyTick;
import io.motengine.engine.facts.Dates;
import io.motengine.engine.facts.Grant;
import io.motengine.engine.facts.Holding;
import io.motengine.engine.facts.LevelAtRisk;
import io.motengine.engine.facts.LevelCrossed;
import io.motengine.engine.facts.LevelNear;
import io.motengine.engine.facts.LifeCycle;
import io.motengine.engine.facts.Moment;
import io.motengine.engine.facts.Score;
import io.motengine.engine.facts.Segment;
import io.motengine.engine.facts.StageChanged;
import io.motengine.engine.facts.Wave;
import io.motengine.schemas.event.Learned;
import io.motengine.schemas.money.Money;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which members of which classes an author's expression may use: the one list that the syntax and the bytecode are held against.
 *
 * <p>Whatever is on it ends by itself, allocates no more than its arguments do, and neither changes a fact nor reaches beyond it.
 */
public final class AllowedMembers {
    private static final List<Class<?>> FACTS = List.of(
            CompletedPattern.class,
            Customer.class,
            DailyTick.class,
            Dates.class,
            Grant.class,
            Holding.class,
            LevelAtRisk.class,
            LevelCrossed.class,
            LevelNear.class,
            LifeCycle.class,
            Moment.class,
            Score.class,
            Segment.class,
            StageChanged.class,
            Wave.class);

    /** Facts of which one evaluation may see many: rules that join them multiply. */
    private static final Set<String> MANY = Set.of(
            "CompletedPattern",
            "Grant",
            "Holding",
            "LevelAtRisk",
            "LevelCrossed",
            "LevelNear",
            "Moment",
            "Score",
            "Segment",
            "Wave");

    /** They change a fact, or stand in every class. */
    private static final Set<String> NEVER = Set.of(
            "about", "with", "equals", "hashCode", "toString", "getClass", "notify", "notifyAll", "wait", "clone", "finalize");

    private static final Map<Class<?>, Set<String>> VALUES = Map.ofEntries(
            Map.entry(
                    String.class,
                    Set.of(
                            "length",
                            "isEmpty",
                            "isBlank",
                            "startsWith",
                            "endsWith",
                            "contains",
                            "equals",
                            "equalsIgnoreCase",
                            "compareTo",
                            "substring",
                            "trim",
                            "strip",
                            "indexOf",
                            "charAt")),
            Map.entry(Number.class, Set.of("intValue", "longValue", "doubleValue")),
            Map.entry(Long.class, Set.of("intValue", "longValue", "doubleValue")),
            Map.entry(Integer.class, Set.of("intValue", "longValue", "doubleValue")),
            Map.entry(Double.class, Set.of("intValue", "longValue", "doubleValue")),
            Map.entry(Boolean.class, Set.of("booleanValue")),
            Map.entry(
                    LocalDate.class,
                    Set.of(
                            "getYear",
                            "getMonthValue",
                            "getDayOfMonth",
                            "getDayOfYear",
                            "getDayOfWeek",
                            "lengthOfMonth",
                            "isBefore",
                            "isAfter",
                            "isEqual",
                            "plusDays",
                            "minusDays")),
            Map.entry(DayOfWeek.class, Set.of("getValue", "name")),
            Map.entry(Collection.class, Set.of("contains", "size", "isEmpty")),
            Map.entry(List.class, Set.of("contains", "size", "isEmpty", "get")),
            Map.entry(Set.class, Set.of("contains", "size", "isEmpty")),
            Map.entry(Map.class, Set.of("containsKey", "get", "size", "isEmpty")),
            Map.entry(
                    Money.class,
                    Set.of(
                            "minor",
                            "currency",
                            "plus",
                            "minus",
                            "atLeast",
                            "below",
                            "times",
                            "atLeastTimes",
                            "decimal",
                            "compareTo")));

    private final Map<String, Set<String>> methods = new TreeMap<>();
    private final Set<String> facts = new TreeSet<>();
    private final Set<String> names = new TreeSet<>();

    /**
     * For one release.
     *
     * @param generated getters by the name of each class that the release generates for its facts
     */
    public AllowedMembers(Map<String, Set<String>> generated) {
        VALUES.forEach((type, members) -> methods.put(type.getName(), members));
        List<Class<?>> types = new ArrayList<>(FACTS);
        types.addAll(EventClasses.types().stream().map(EventClasses::of).toList());
        types.forEach(type -> facts.add(type.getSimpleName()));
        types.add(Learned.class);
        types.forEach(type -> methods.put(type.getName(), readersOf(type)));
        generated.forEach((name, getters) -> {
            methods.put(name, getters);
            facts.add(name.substring(name.lastIndexOf('.') + 1));
        });
        methods.values().forEach(members -> members.forEach(this::addNames));
    }

    /** What can be asked of a fact: methods of its own that give values rules can go on with. */
    private Set<String> readersOf(Class<?> type) {
        Set<String> readers = new TreeSet<>();
        for (Method method : type.getDeclaredMethods()) {
            boolean open = Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers());
            if (open
                    && !NEVER.contains(method.getName())
                    && isValue(method.getReturnType())
                    && Arrays.stream(method.getParameterTypes()).allMatch(AllowedMembers::isValue)) {
                readers.add(method.getName());
            }
            if (method.getReturnType().isEnum()) {
                methods.put(method.getReturnType().getName(), Set.of("name"));
            }
        }
        return readers;
    }

    private static boolean isValue(Class<?> type) {
        return type.isPrimitive() && type != void.class
                || type.isEnum()
                || VALUES.containsKey(type)
                || type == Learned.class;
    }

    private void addNames(String method) {
        names.add(method);
        for (String prefix : List.of("get", "is")) {
            if (method.length() > prefix.length() && method.startsWith(prefix)) {
                String property = method.substring(prefix.length());
                names.add(Character.toLowerCase(property.charAt(0)) + property.substring(1));
            }
        }
    }

    /** Every word that may stand behind a dot or before a bracket. */
    Set<String> names() {
        return names;
    }

    /** Simple names of the types that patterns may ask for. */
    Set<String> facts() {
        return facts;
    }

    static boolean isOneOfMany(String fact) {
        return MANY.contains(fact);
    }

    /** Whether a method of a class, both by name, is on the list. */
    boolean allows(String type, String method) {
        return methods.getOrDefault(type, Set.of()).contains(method);
    }

    /** Names of all classes with members on the list. */
    Set<String> types() {
        return methods.keySet();
    }
}
