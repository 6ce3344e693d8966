package io.motengine.engine.release;

import io.motengine.engine.events.Condition;
import io.motengine.engine.events.EventMember;
import io.motengine.engine.events.EventMember.Kind;
import io.motengine.engine.features.Aggregate;
import io.motengine.engine.features.FeatureSpec;
import io.motengine.engine.features.Span;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes features of what is declared, or says entry by entry what is wrong with it. */
final class FeatureCheck {
    static final String FILE = "features.yaml";

    /** The second character too, lest the getter stand for another name. */
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9][a-zA-Z0-9]+");

    /** What DRL or Java would take for something else. */
    private static final Set<String> RESERVED = Set.of(
            "class",
            "not",
            "exists",
            "forall",
            "from",
            "eval",
            "over",
            "and",
            "accumulate",
            "collect",
            "contains",
            "matches",
            "memberOf",
            "true",
            "false",
            "null",
            "rule",
            "when",
            "then",
            "end",
            "unit",
            "boolean",
            "byte",
            "char",
            "double",
            "float",
            "int",
            "long",
            "new",
            "short",
            "this");

    private static final int MOST_BUCKETS = 400;
    private static final int MOST_DAYS = 400;
    private static final int MOST_MONTHS = 24;
    private static final int MONTHS_OF_USUAL_DAY = 4;
    private static final int BUCKETS_OF_DEVIATION = 3;

    private final Function<String, Class<?>> factOfType;
    private final Set<String> types;
    private final List<Finding> findings;
    private final Entries entries;
    private final Set<String> fields = new HashSet<>();

    FeatureCheck(ReleaseFiles files, Function<String, Class<?>> factOfType, Set<String> types, List<Finding> findings) {
        this.factOfType = factOfType;
        this.types = new TreeSet<>(types);
        this.findings = findings;
        this.entries = new Entries(files.files().get(FILE));
    }

    /** Series of two features that happen to have one key. */
    static Finding clash(String both) {
        return new Finding(
                FILE, 0, 0, both + ": stored under one key by chance (expected: another bucket for one of them)");
    }

    /** The features that are as they should be; everything else is a finding. */
    List<FeatureSpec> read(List<FeatureDeclaration> declared) {
        List<FeatureSpec> specs = new ArrayList<>();
        for (FeatureDeclaration one : declared) {
            int before = findings.size();
            FeatureSpec spec = read(one);
            if (findings.size() == before) {
                specs.add(spec);
            }
        }
        return specs;
    }

    private FeatureSpec read(FeatureDeclaration one) {
        Aggregate aggregate = aggregate(one);
        id(one, aggregate);
        Class<?> fact = one.event() == null ? null : factOfType.apply(one.event());
        if (fact == null) {
            report(one, "event", one.event(), Spelling.choices(String.valueOf(one.event()), types));
        } else {
            one.where().forEach((member, condition) -> where(one, fact, member, condition));
        }
        if (aggregate != null && fact != null) {
            of(one, aggregate, fact);
        }
        Span window = span(one, "window", one.window());
        Span bucket = one.bucket() != null
                ? span(one, "bucket", one.bucket())
                : window == null ? null : Span.bucketOf(one.window());
        if (window != null && bucket != null) {
            buckets(one, aggregate, window, bucket);
        }
        return new FeatureSpec(one.id(), one.event(), one.where(), aggregate, one.of(), window, bucket);
    }

    private Aggregate aggregate(FeatureDeclaration one) {
        String word = String.valueOf(one.aggregate());
        return Aggregate.of(word).orElseGet(() -> {
            report(one, "aggregate", one.aggregate(), Spelling.choices(word, Aggregate.words()));
            return null;
        });
    }

    private void id(FeatureDeclaration one, Aggregate aggregate) {
        String id = String.valueOf(one.id());
        if (!ID.matcher(id).matches() || RESERVED.contains(id)) {
            report(one, "id", one.id(), "camelCase of three letters or more, and no word of the rule language");
        }
        List<String> own = new ArrayList<>(List.of(id, id + "Complete"));
        if (aggregate == Aggregate.TIME_SINCE_LAST) {
            own.add(id + "Hours");
            own.add(id + "Days");
        }
        for (String field : own) {
            if (!fields.add(field)) {
                report(one, "id", one.id(), "an id of its own: the fact has a field " + field + " already");
            }
        }
    }

    private void where(FeatureDeclaration one, Class<?> fact, String member, Condition condition) {
        EventMember found = member(one, member, fact, member);
        if (found != null && condition.isRange() && !isAmount(found)) {
            report(one, member, "a range of " + member, "a member that is money or a number");
        }
    }

    private EventMember member(FeatureDeclaration one, String key, Class<?> fact, String member) {
        EventMember found = EventMember.of(fact, member);
        if (found == null) {
            List<String> members = EventMember.names(fact);
            report(one, key, member, "a member of " + fact.getSimpleName() + ": " + Spelling.choices(member, members));
        }
        return found;
    }

    private void of(FeatureDeclaration one, Aggregate aggregate, Class<?> fact) {
        boolean optional = aggregate.of() == Aggregate.Of.OPTIONAL_AMOUNT;
        if (one.of() == null) {
            if (!optional && aggregate.of() != Aggregate.Of.NONE) {
                report(one, "aggregate", aggregate.word() + " of nothing", "of: a member of the event");
            }
            return;
        }
        if (aggregate.of() == Aggregate.Of.NONE) {
            report(one, "of", one.of(), "none: " + aggregate.word() + " is about events as such");
            return;
        }
        EventMember of = member(one, "of", fact, one.of());
        if (of == null) {
            return;
        }
        boolean distinctMoney = aggregate == Aggregate.DISTINCT && of.kind() == Kind.MONEY;
        if (aggregate.of() == Aggregate.Of.VALUE ? of.kind() == Kind.LIST || distinctMoney : !isAmount(of)) {
            report(
                    one,
                    "of",
                    one.of() + ", which is " + of.kind().name().toLowerCase(Locale.ROOT),
                    aggregate.word() + " of "
                            + (aggregate.of() == Aggregate.Of.VALUE
                                    ? "a text, number, date or flag"
                                    : "money or a number"));
        }
    }

    private static boolean isAmount(EventMember member) {
        return member.kind() == Kind.MONEY || member.kind() == Kind.NUMBER;
    }

    private Span span(FeatureDeclaration one, String key, String text) {
        try {
            return Span.parse(text);
        } catch (IllegalArgumentException e) {
            report(one, key, text, "such as 15m, 24h, 7d, 6mo, day or month");
            return null;
        }
    }

    private void buckets(FeatureDeclaration one, Aggregate aggregate, Span window, Span bucket) {
        boolean months = window.unit() == Span.Unit.MONTH;
        boolean tooLong = months ? window.number() > MOST_MONTHS : window.minutes() > MOST_DAYS * 24 * 60;
        int buckets = window.buckets(bucket);
        String found = one.window() + " in buckets of " + bucket;
        if (tooLong) {
            report(one, "window", one.window(), "at most " + MOST_DAYS + "d or " + MOST_MONTHS + "mo");
        } else if (bucket.minutes() > 24 * 60 && bucket.minutes() % (24 * 60) != 0) {
            report(one, "bucket", one.bucket(), "less than a day, or whole days");
        } else if (buckets < 1 || buckets > MOST_BUCKETS) {
            report(one, "window", found, "1 to " + MOST_BUCKETS + " whole buckets");
        } else if (one.window().strip().equals("day") && bucket.unit() != Span.Unit.DAY) {
            report(one, "bucket", one.bucket(), "1d for a calendar day; 1d as window for the last 24 hours");
        } else if (aggregate == Aggregate.USUAL_DAY
                && (!months || bucket.number() != 1 || buckets < MONTHS_OF_USUAL_DAY)) {
            report(one, "window", found, MONTHS_OF_USUAL_DAY + "mo or more, in buckets of 1mo");
        } else if (aggregate == Aggregate.MEAN && buckets < 2) {
            report(one, "window", found, "2 buckets or more: the mean is of the past ones");
        } else if (aggregate == Aggregate.DEVIATION && buckets < BUCKETS_OF_DEVIATION) {
            report(one, "window", found, BUCKETS_OF_DEVIATION + " buckets or more: the deviation is of the past ones");
        }
    }

    private void report(FeatureDeclaration one, String key, Object found, String expected) {
        String id = String.valueOf(one.id());
        String what = key.equals("id") ? id : id + ": " + (key.equals(found) ? "" : key + " ") + found;
        findings.add(new Finding(FILE, entries.line(id, key), 0, what + " (expected: " + expected + ")"));
    }
}
