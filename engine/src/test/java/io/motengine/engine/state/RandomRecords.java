package io.motengine.engine.state;

import io.motengine.schemas.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Records with anything in them that a source could have sent: no text, amount, date or time is too odd. */
final class RandomRecords {
    private static final long NOW = 1_780_000_123_456L;
    private static final List<String> WORDS = List.of(
            "",
            "-",
            "app-push",
            "salary-invest",
            "deposit",
            "B-021",
            "RM-1234",
            "CNY",
            "Asia/Shanghai",
            "客户经理",
            "wealth产品",
            "C0000000001",
            "0123",
            "00000000",
            "DEADBEEF",
            "deadbeef",
            "deadbeef0",
            "\u0000",
            "é",
            "𠮷",
            " leading",
            "/core-banking/",
            "x".repeat(5_000),
            "理".repeat(300));

    private final Random random;

    RandomRecords(long seed) {
        random = new Random(seed);
    }

    CustomerState next() {
        CustomerState state = new CustomerState(text());
        long anchor = time();
        state.sequence = random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(10_000);
        state.metRelease = random.nextInt();
        state.clock = anchor;
        state.highWater = random.nextBoolean() ? anchor : time();
        state.lastActivity = time();
        state.since = time();
        state.nextTick = time();
        state.wakeAt = random.nextBoolean() ? state.nextTick : time();
        state.nextServiceTick = time();
        state.serviceWakeAt = time();
        state.nextWait = time();
        state.nextServiceWait = time();
        state.tier = text();
        state.segments.addAll(some(this::text));
        stages(state);
        state.profile(profile());
        some(this::text).forEach(id -> state.holdings.put(id, holding()));
        some(this::contact).forEach(state.contacts::add);
        some(this::openAction).forEach(state.openActions::add);
        some(this::text).forEach(id -> state.seen.add("/a", id, near()));
        ties(state);
        some(this::planned).forEach(state.planned::add);
        some(() -> new Ended(time(), random.nextInt())).forEach(state.ended::add);
        some(() -> new Refusal(text(), text(), time())).forEach(state.refusals::add);
        some(this::text)
                .forEach(product -> state.limits.put(product, new CreditLimit(money(), money(), date(), time())));
        if (!PlansForm.isPlain(state)) {
            state.nextPlans(time(), time());
        }
        return state;
    }

    private Planned planned() {
        Map<String, String> variables = new TreeMap<>();
        some(this::text).forEach(name -> variables.put(name, text()));
        return new Planned(
                Planned.Kind.of(random.nextInt(6)),
                text(),
                text(),
                text(),
                variables,
                text(),
                time(),
                random.nextInt(9),
                random.nextInt(9),
                time(),
                time(),
                text());
    }

    private void stages(CustomerState state) {
        long at = near();
        for (String stage : some(this::text)) {
            at += random.nextInt(1_000_000_000);
            if (!stage.isEmpty()) {
                state.stages.enter(stage, at, ZoneOffset.UTC);
            }
        }
    }

    private void ties(CustomerState state) {
        some(this::text).forEach(label -> state.lists.put(label, new ListEntry(date(), random.nextBoolean(), time())));
        some(this::text)
                .forEach(other ->
                        state.links.put(new Link(text(), other), new Link.Standing(random.nextBoolean(), time())));
        state.goalsMet.addAll(some(this::text));
        state.identity.merged.addAll(some(this::text));
        state.identity.into(maybe(this::text));
        state.identity.erasedAt(random.nextBoolean() ? CustomerState.UNSET : time());
        if (random.nextBoolean()) {
            state.shown.written(random.nextLong() | 1, time());
            state.shown.waitsUntil(time());
        }
        if (random.nextBoolean()) {
            state.shown.stale();
        }
        counted(state.counted);
    }

    private void counted(Counted counted) {
        some(() -> new Asking(hex(16), maybe(() -> new Asking.Recall(maybe(this::text), text(), text(), text()))))
                .forEach(counted.asking()::add);
        some(() -> new Hold(text(), hex(16), hex(16), random.nextBoolean(), Hold.End.of(random.nextInt(3))))
                .forEach(counted.holds()::add);
        some(() -> new Granted(hex(16), text(), time(), time(), random.nextLong(), Granted.Life.of(random.nextInt(4))))
                .forEach(counted.grants()::add);
    }

    private Profile profile() {
        if (random.nextInt(5) == 0) {
            return Profile.UNKNOWN;
        }
        long[] times = new long[Profile.FIELDS];
        for (int field = 0; field < times.length; field++) {
            times[field] = field > 0 && random.nextInt(3) > 0 ? times[field - 1] : time();
        }
        return new Profile(
                text(),
                date(),
                date(),
                random.nextInt(6),
                money(),
                maybe(this::text),
                maybe(this::text),
                maybe(this::text),
                maybe(this::text),
                List.copyOf(some(this::text)),
                List.copyOf(some(this::text)),
                List.copyOf(some(this::text)),
                times[times.length - 1] == CustomerState.UNSET ? null : maybe(this::text),
                FieldTimes.of(times));
    }

    private HeldProduct holding() {
        return new HeldProduct(text(), text(), money(), date(), random.nextBoolean(), time());
    }

    private Contact contact() {
        Contact contact = Contact.of(near(), text(), text(), text());
        return random.nextBoolean() ? contact : contact.settled();
    }

    private OpenAction openAction() {
        return new OpenAction(
                text(),
                maybe(this::text),
                text(),
                text(),
                text(),
                time(),
                time(),
                OpenAction.Life.of(random.nextInt(4)));
    }

    private String text() {
        return switch (random.nextInt(7)) {
            case 0 -> hex(random.nextInt(20));
            case 1 -> new UUID(random.nextLong(), random.nextLong()).toString();
            case 2 -> WORDS.get(random.nextInt(WORDS.size())) + new UUID(random.nextLong(), random.nextLong());
            case 3 -> String.valueOf(random.nextLong());
            case 4 -> valid(random.ints(random.nextInt(12), 0, 0x10ffff + 1));
            default -> WORDS.get(random.nextInt(WORDS.size()));
        };
    }

    private String hex(int bytes) {
        byte[] octets = new byte[bytes];
        random.nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }

    private static String valid(java.util.stream.IntStream points) {
        StringBuilder text = new StringBuilder();
        points.forEach(text::appendCodePoint);
        // Half a character has no UTF-8.
        return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private Money money() {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> new Money(random.nextLong(), text());
            case 2 -> new Money((random.nextInt() & 0xffffL) * 1_000_000, "CNY");
            default -> new Money(random.nextInt(100_000_000), "CNY");
        };
    }

    private LocalDate date() {
        return switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> random.nextBoolean() ? LocalDate.MAX : LocalDate.MIN;
            case 2 -> LocalDate.ofEpochDay(random.nextInt());
            default -> LocalDate.of(1950, 1, 1).plusDays(random.nextInt(50_000));
        };
    }

    /** Of governance or of events: not at the end of all time. */
    private long near() {
        return NOW + random.nextInt() * (random.nextBoolean() ? 1L : 1_000L);
    }

    private long time() {
        return switch (random.nextInt(8)) {
            case 0 -> CustomerState.UNSET;
            case 1 -> CustomerState.NEVER;
            case 2 -> random.nextLong();
            case 3 -> NOW;
            case 4 -> NOW / 60_000 * 60_000 + random.nextInt(200_000) * 60_000L;
            default -> near();
        };
    }

    /** In the order in which they came: a set that goes by hashes has another order in every process. */
    private <T> Set<T> some(Supplier<T> one) {
        return new LinkedHashSet<>(Stream.generate(one).limit(random.nextInt(8)).toList());
    }

    private <T> T maybe(Supplier<T> one) {
        return random.nextInt(3) == 0 ? null : one.get();
    }
}
