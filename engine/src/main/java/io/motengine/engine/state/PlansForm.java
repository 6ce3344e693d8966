package io.motengine.engine.state;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import io.motengine.engine.state.OpenAction.Life;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is to become of candidates later, how far actions have come or that they ended, refusals and limits, in a record. */
final class PlansForm {
    private PlansForm() {}

    static boolean isPlain(CustomerState state) {
        return state.planned.isEmpty()
                && state.refusals.isEmpty()
                && state.limits.isEmpty()
                && state.ended.isEmpty()
                && areIssued(state.openActions);
    }

    private static boolean areIssued(List<OpenAction> actions) {
        for (OpenAction open : actions) {
            if (open.life() != Life.ISSUED) {
                return false;
            }
        }
        return true;
    }

    static void write(CustomerState state, RecordWriter out) {
        state.openActions.forEach(open -> out.number(open.life().number()));
        out.time(state.nextPlanned);
        out.time(state.nextServicePlanned);
        out.number(state.planned.size());
        state.planned.forEach(planned -> write(planned, out));
        out.number(state.refusals.size());
        state.refusals.forEach(refusal -> {
            out.word(refusal.strategy());
            out.word(refusal.reason());
            out.time(refusal.at());
        });
        out.number(state.limits.size());
        state.limits.forEach((product, limit) -> {
            out.word(product);
            RecordWords.write(limit.limit(), out);
            RecordWords.write(limit.used(), out);
            RecordWords.write(limit.validUntil(), out);
            out.time(limit.reportedAt());
        });
        out.number(state.ended.size());
        long before = 0;
        for (Ended ended : state.ended) {
            out.signed(ended.day() - before);
            out.hash32(ended.action());
            before = ended.day();
        }
    }

    private static void write(Planned planned, RecordWriter out) {
        out.number(planned.kind().number());
        out.word(planned.strategy());
        out.word(planned.moment());
        out.word(planned.subject());
        out.number(planned.variables().size());
        if (!planned.variables().isEmpty()) {
            new TreeMap<>(planned.variables()).forEach((name, value) -> {
                out.word(name);
                out.word(value);
            });
        }
        out.word(planned.instance());
        out.time(planned.happened());
        out.number(planned.from());
        out.number(planned.attempt());
        out.time(planned.dueAt());
        out.time(planned.expiresAt());
        out.word(planned.action());
    }

    static void read(CustomerState state, RecordReader in) {
        state.openActions.replaceAll(open -> open.come(Life.of(in.number())));
        state.nextPlanned = in.time();
        state.nextServicePlanned = in.time();
        for (int left = in.count(); left > 0; left--) {
            state.planned.add(planned(in));
        }
        for (int left = in.count(); left > 0; left--) {
            state.refusals.add(new Refusal(in.word(), in.word(), in.time()));
        }
        for (int left = in.count(); left > 0; left--) {
            state.limits.put(
                    in.word(),
                    new CreditLimit(
                            RecordWords.readMoney(in), RecordWords.readMoney(in), RecordWords.readDate(in), in.time()));
        }
        long day = 0;
        for (int left = in.count(); left > 0; left--) {
            day += in.signed();
            state.ended.add(new Ended(day, in.hash32()));
        }
    }

    private static Planned planned(RecordReader in) {
        Planned.Kind kind = Planned.Kind.of(in.number());
        String strategy = in.word();
        String moment = in.word();
        String subject = in.word();
        Map<String, String> variables = variables(in);
        return new Planned(
                kind,
                strategy,
                moment,
                subject,
                variables,
                in.word(),
                in.time(),
                in.count(),
                in.count(),
                in.time(),
                in.time(),
                in.word());
    }

    private static Map<String, String> variables(RecordReader in) {
        int count = in.count();
        if (count == 0) {
            return Map.of();
        }
        Map<String, String> variables = new HashMap<>();
        for (int left = count; left > 0; left--) {
            variables.put(in.word(), in.word());
        }
        return variables;
    }
}
