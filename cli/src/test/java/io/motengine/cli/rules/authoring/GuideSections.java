package io.motengine.cli.rules.authoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.motengine.engine.events.KnownEvents;
import io.motengine.engine.facts.Customer;
import io.motengine.engine.features.Aggregate;
import io.motengine.engine.patterns.PatternSpec;
import io.motengine.engine.release.FindingCode;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.schemas.money.Money;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of the guide that the code writes itself. */
final class GuideSections {
    private static final Path FACTS = Path.of("../engine/src/main/java/io/motengine/engine/facts");

    /** Facts that only rules of cards see. */
    private static final Set<String> INTERNAL = Set.of("Wave");

    private static final Set<String> OF_ANYTHING = Set.of("hashCode", "toString");

    private final boolean chinese;

    GuideSections(boolean chinese) {
        this.chinese = chinese;
    }

    /** The lines of a section; fails for one that nobody writes. */
    String of(String section) throws IOException {
        return switch (section) {
            case "facts" -> facts();
            case "events" -> events();
            case "features" -> keys(AuthoredFile.ALL.get(2).type()) + aggregates();
            case "patterns" -> keys(PatternSpec.class) + "\n" + heading("steps, unless") + keys(PatternSpec.Step.class);
            case "card" -> card();
            case "findings" -> findings();
            default -> throw new IllegalArgumentException(section + ": no section that the code writes");
        };
    }

    private String facts() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(FACTS)) {
            List<String> names = files.map(path -> path.getFileName().toString().replace(".java", ""))
                    .filter(name -> !INTERNAL.contains(name))
                    .sorted()
                    .toList();
            for (String name : names) {
                text.append(fact(load(Customer.class.getPackageName() + "." + name), null));
            }
        }
        return text.toString();
    }

    private String events() {
        StringBuilder text = new StringBuilder();
        for (String type : new TreeSet<>(KnownEvents.OF_THE_CONTRACT.types())) {
            text.append(fact(KnownEvents.OF_THE_CONTRACT.factOf(type), type));
        }
        return text.toString();
    }

    private String fact(Class<?> fact, String event) {
        Javadoc javadoc = Javadoc.of(fact);
        StringBuilder text = new StringBuilder("**`" + fact.getSimpleName() + "`**");
        text.append(event == null ? "" : " (`" + event + "`)");
        text.append(javadoc.summary().isEmpty() ? "" : ": " + javadoc.summary()).append("\n\n");
        text.append(chinese ? "| 字段 | 类型 | 说明 |\n|---|---|---|\n" : "| field | type | meaning |\n|---|---|---|\n");
        Set<String> seen = new TreeSet<>();
        if (fact.isRecord()) {
            for (RecordComponent component : fact.getRecordComponents()) {
                seen.add(component.getName());
                if (isOfTheEngine(component.getType())) {
                    continue;
                }
                row(text, component.getName(), simple(component.getGenericType()), javadoc.of(component.getName()));
            }
        }
        Arrays.stream(fact.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !OF_ANYTHING.contains(method.getName()) && isValue(method.getReturnType(), fact))
                .filter(method -> Arrays.stream(method.getParameterTypes()).allMatch(type -> isValue(type, fact)))
                .filter(method ->
                        !seen.contains(method.getName()) && !method.getName().equals("equals"))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> row(text, named(method), simple(method.getGenericReturnType()), ""));
        return text.append('\n').toString();
    }

    /** What the engine computes with; the walls keep rules from it. */
    private static boolean isOfTheEngine(Class<?> type) {
        return type.getName().startsWith("io.motengine.") && type != Money.class && !type.isEnum();
    }

    private static boolean isValue(Class<?> type, Class<?> fact) {
        return type != void.class && type != fact && type != Object.class;
    }

    private static String named(Method method) {
        String name = method.getName().replaceFirst("^(get|is)(?=[A-Z])", "");
        name = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return method.getParameterCount() == 0
                ? name
                : name + "("
                        + Arrays.stream(method.getParameterTypes())
                                .map(Class::getSimpleName)
                                .collect(Collectors.joining(", "))
                        + ")";
    }

    private String card() {
        return keys(StrategyCard.class)
                + "\n" + heading("waves") + keys(StrategyCard.Waves.class)
                + "\n" + heading("goal") + keys(StrategyCard.Goal.class)
                + "\n" + heading("holdOut") + keys(StrategyCard.HoldOut.class)
                + "\n" + heading("valid") + keys(StrategyCard.Validity.class)
                + "\n" + heading("variation") + keys(StrategyCard.Variation.class);
    }

    private static String heading(String key) {
        return "`" + key + "`:\n\n";
    }

    private String keys(Class<?> type) {
        Javadoc javadoc = Javadoc.of(type);
        StringBuilder text = new StringBuilder(
                chinese ? "| 键 | 类型 | 说明 |\n|---|---|---|\n" : "| key | type | meaning |\n|---|---|---|\n");
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getName().equals("variant")) {
                JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
                String name = named == null || named.value().isEmpty() ? component.getName() : named.value();
                row(text, name, simple(component.getGenericType()), javadoc.of(component.getName()));
            }
        }
        return text.toString();
    }

    private String aggregates() {
        return "\n" + (chinese ? "`aggregate` 可以是：" : "`aggregate` is one of ")
                + Arrays.stream(Aggregate.values())
                        .map(aggregate -> "`" + aggregate.word() + "`")
                        .collect(Collectors.joining(chinese ? "、" : ", "))
                + (chinese ? "。\n" : ".\n");
    }

    private String findings() {
        StringBuilder text = new StringBuilder(
                chinese ? "| 代码 | 级别 | 含义 |\n|---|---|---|\n" : "| code | severity | meaning |\n|---|---|---|\n");
        for (FindingCode code : FindingCode.values()) {
            boolean error = code.severity() == FindingCode.Severity.ERROR;
            row(
                    text,
                    code.id(),
                    chinese ? (error ? "错误" : "警告") : code.severity().name().toLowerCase(Locale.ROOT),
                    chinese ? code.chinese() : code.english());
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String name, String type, String meaning) {
        text.append("| `").append(name).append("` | ").append(type).append(" | ");
        text.append(meaning.replace("|", "\\|").replace("UNKNOWN", "-1")).append(" |\n");
    }

    private String simple(Type type) {
        if (type instanceof ParameterizedType generic) {
            List<String> of = new ArrayList<>();
            Arrays.stream(generic.getActualTypeArguments()).map(this::simple).forEach(of::add);
            String raw = ((Class<?>) generic.getRawType()).getSimpleName();
            return raw.equals("Map")
                    ? (chinese ? "键值：" : "map of ") + of.get(1)
                    : (chinese ? "列表：" : "list of ") + of.get(0);
        }
        String name = ((Class<?>) type).getSimpleName();
        return switch (name) {
            case "String" -> chinese ? "文字" : "text";
            case "int", "Integer", "long", "Long", "BigDecimal" -> chinese ? "数字" : "number";
            case "boolean", "Boolean" -> chinese ? "是否" : "true or false";
            case "LocalDate" -> chinese ? "日期" : "date";
            case "Duration" -> chinese ? "时长，如 `2h`" : "duration, such as `2h`";
            case "Money" -> chinese ? "金额" : "money";
            default -> ((Class<?>) type).isEnum() ? words((Class<?>) type) : "`" + name + "`";
        };
    }

    private static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> "`" + SchemaWriter.word(constant) + "`")
                .collect(Collectors.joining(" "));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
