package io.motengine.engine.features;

import io.motengine.engine.events.Condition;
import io.motengine.engine.record.Hashes;
import io.motengine.schemas.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The slow and obvious way: keeps every event, and looks at all of them for every value. */
public final class NaiveFeatures {
    private final List<Happening> events = new ArrayList<>();
    private final ZoneId zone;

    public NaiveFeatures(ZoneId zone) {
        this.zone = zone;
    }

    public void add(Happening event) {
        events.add(event);
    }

    public Object value(FeatureSpec spec, long time, long since) {
        long last = bucket(spec.bucket(), time);
        List<Happening> in = events.stream()
                .filter(event -> event.type().equals(spec.event()) && matches(spec, event.body()))
                .filter(event -> sent(spec, event.body()))
                .filter(event -> bucket(spec.bucket(), event.time()) <= last)
                .filter(event -> bucket(spec.bucket(), event.time()) > last - spec.buckets())
                .sorted(Comparator.comparingLong(Happening::time)
                        .thenComparing(event -> word(spec.of(), event.body()), NaiveFeatures::compareWords))
                .toList();
        boolean money = "amount".equals(spec.of());
        List<BigDecimal> numbers = in.stream()
                .filter(event -> money || "number".equals(spec.of()))
                .map(event -> number(spec.of(), event.body()))
                .toList();
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (spec.aggregate()) {
            case COUNT -> (long) in.size();
            case SUM -> exact(sum, money);
            case MIN -> exact(numbers.stream().reduce(BigDecimal::min).orElse(BigDecimal.ZERO), money);
            case MAX -> exact(numbers.stream().reduce(BigDecimal::max).orElse(BigDecimal.ZERO), money);
            case AVERAGE ->
                in.isEmpty()
                        ? rounded(BigDecimal.ZERO, money)
                        : rounded(sum.divide(BigDecimal.valueOf(in.size()), MathContext.DECIMAL128), money);
            case DISTINCT ->
                distinct(in.stream().map(event -> word(spec.of(), event.body())).toList());
            case FIRST ->
                in.isEmpty() ? none(spec.of()) : edge(spec.of(), in.get(0).body());
            case LAST ->
                in.isEmpty()
                        ? none(spec.of())
                        : edge(spec.of(), in.get(in.size() - 1).body());
            case TIME_SINCE_LAST ->
                in.isEmpty() ? -1L : Math.max(0, (time - in.get(in.size() - 1).time()) / 60_000);
            case USUAL_DAY -> usualDay(in, time);
            case MEAN, DEVIATION -> norm(spec, in, numbers, last, since);
        };
    }

    private Object norm(FeatureSpec spec, List<Happening> in, List<BigDecimal> numbers, long last, long since) {
        TreeMap<Long, BigDecimal> buckets = new TreeMap<>();
        for (long bucket = last - spec.buckets() + 1; bucket < last; bucket++) {
            if (since == Long.MIN_VALUE || begins(spec.bucket(), bucket) >= since) {
                buckets.put(bucket, BigDecimal.ZERO);
            }
        }
        for (int i = 0; i < in.size(); i++) {
            BigDecimal number = spec.of() == null ? BigDecimal.ONE : numbers.get(i);
            buckets.computeIfPresent(bucket(spec.bucket(), in.get(i).time()), (bucket, before) -> before.add(number));
        }
        boolean money = "amount".equals(spec.of());
        if (buckets.isEmpty()) {
            return rounded(BigDecimal.ZERO, money);
        }
        BigDecimal size = BigDecimal.valueOf(buckets.size());
        MathContext precise = new MathContext(60);
        BigDecimal mean = buckets.values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(size, precise);
        if (spec.aggregate() == Aggregate.MEAN) {
            return rounded(mean, money);
        }
        BigDecimal variance = buckets.values().stream()
                .map(value -> value.subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(size, precise);
        return rounded(variance.sqrt(new MathContext(30)), money);
    }

    private Object usualDay(List<Happening> in, long time) {
        TreeMap<YearMonth, Integer> first = new TreeMap<>();
        for (Happening event : in) {
            LocalDate day = day(event.time());
            first.merge(YearMonth.from(day), day.getDayOfMonth(), Math::min);
        }
        first.remove(YearMonth.from(day(time)));
        List<Integer> days = first.values().stream().sorted().toList();
        return days.size() < 3 ? -1 : days.get((days.size() - 1) / 2);
    }

    private static long distinct(List<String> words) {
        List<Long> hashes = new ArrayList<>(
                new TreeSet<>(words.stream().map(word -> Hashes.of(word) >>> 40).toList()));
        return hashes.size() <= 64 ? hashes.size() : Math.round(64 * Math.pow(2, 24) / (hashes.get(64) + 1));
    }

    /** Numbered from any beginning, in calendar units where there are such. */
    long bucket(Span bucket, long time) {
        LocalDate day = day(time);
        return switch (bucket.unit()) {
            case MONTH ->
                Math.floorDiv(
                        ChronoUnit.MONTHS.between(YearMonth.of(0, 1), YearMonth.from(day)), (long) bucket.number());
            case DAY -> Math.floorDiv(ChronoUnit.DAYS.between(LocalDate.EPOCH, day), (long) bucket.number());
            case HOUR, MINUTE -> Math.floorDiv(time, bucket.minutes() * 60_000L);
        };
    }

    /** First millisecond of a bucket, found by looking. */
    long begins(Span bucket, long number) {
        long low = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
        long high = Instant.parse("2040-01-01T00:00:00Z").toEpochMilli();
        while (low < high) {
            long middle = (low + high) >> 1;
            if (bucket(bucket, middle) >= number) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private LocalDate day(long time) {
        return Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    }

    private static boolean matches(FeatureSpec spec, Told body) {
        Condition group = spec.where().get("group");
        Condition amount = spec.where().get("amount");
        return (group == null || group.values().contains(body.group()))
                && (amount == null
                        || (body.amount() != null
                                && new BigDecimal(body.amount().decimal()).compareTo(amount.atLeast()) >= 0));
    }

    private static boolean sent(FeatureSpec spec, Told body) {
        return spec.of() == null || !word(spec.of(), body).isEmpty();
    }

    private static String word(String of, Told body) {
        Object value = of == null
                ? null
                : switch (of) {
                    case "amount" ->
                        body.amount() == null ? null : body.amount().minor();
                    case "number" -> body.number();
                    default -> body.word();
                };
        return value == null ? "" : value.toString();
    }

    private static int compareWords(String a, String b) {
        return a.matches("-?\\d+") && b.matches("-?\\d+")
                ? new BigDecimal(a).compareTo(new BigDecimal(b))
                : a.compareTo(b);
    }

    private static BigDecimal number(String of, Told body) {
        return new BigDecimal(word(of, body));
    }

    private static Object edge(String of, Told body) {
        return switch (of) {
            case "amount" -> body.amount();
            case "number" -> body.number();
            default -> body.word();
        };
    }

    private static Object none(String of) {
        return switch (of) {
            case "amount" -> Money.zero("CNY");
            case "number" -> 0L;
            default -> "";
        };
    }

    private static Object exact(BigDecimal number, boolean money) {
        return money ? new Money(number.longValueExact(), "CNY") : (Object) number.longValueExact();
    }

    private static Object rounded(BigDecimal number, boolean money) {
        return money
                ? new Money(number.setScale(0, RoundingMode.HALF_EVEN).longValueExact(), "CNY")
                : (Object) number.doubleValue();
    }
}
