package io.motengine.engine.rules;

import io.motengine.engine.rules.SievedRule.Argument;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Passes one event after another through a sieve: it either says what the rules conclude, or that a session must. Not
 * thread-safe.
 *
 * <p>What it says is what a session would say: it fires no other rules than those of whose patterns each is matched by one
 * fact, and calls their compiled constraints and consequences. Whatever else may fire, and whatever throws, it leaves to the session.
 */
final class Sifting implements Concluder, WorkingMemory<Sifting.NeedsSession> {
    private final Sieve sieve;
    private final Strata strata;
    private final int maxFirings;
    private final Conclusions conclusions;
    private final Matches matches;
    private final Map<Class<?>, int[]> typesOf = new HashMap<>();
    private final Map<Stratum, List<SievedRule>> agenda = new EnumMap<>(Stratum.class);
    private final List<Object> waiting = new ArrayList<>();
    private final long[] listed;
    private final long[] fired;
    private long event;

    /** A rule may fire that only a session understands. */
    static final class NeedsSession extends Exception {
        private static final long serialVersionUID = 1L;

        private NeedsSession() {
            super("", null, false, false);
        }
    }

    Sifting(Sieve sieve, List<String> tiers, List<String> stages, int maxFirings) {
        this.sieve = sieve;
        this.strata = new Strata(tiers);
        this.maxFirings = maxFirings;
        this.conclusions = new Conclusions(this::insert, new HashSet<>(tiers), new HashSet<>(stages));
        this.matches = new Matches(sieve, this::open);
        this.listed = new long[sieve.rules()];
        this.fired = new long[sieve.rules()];
        for (Stratum stratum : Stratum.values()) {
            agenda.put(stratum, new ArrayList<>());
        }
    }

    @Override
    public Verdict conclude(Facts facts) {
        event++;
        try {
            return strata.pass(facts, this, conclusions);
        } catch (NeedsSession e) {
            return null;
        } finally {
            clear();
        }
    }

    private void clear() {
        waiting.clear();
        matches.clear();
        conclusions.clear();
        agenda.values().forEach(List::clear);
    }

    @Override
    public void insert(Object fact) {
        waiting.add(fact);
    }

    @Override
    public void replace(Object before, Object after) {
        matches.remove(typesOf(before));
        insert(after);
    }

    /** A moment is looked at when its rule has said all about it. */
    private void takeWaiting() throws Exception {
        for (int i = 0; i < waiting.size(); i++) {
            matches.add(waiting.get(i), typesOf(waiting.get(i)));
        }
        waiting.clear();
    }

    private int[] typesOf(Object fact) {
        int[] types = typesOf.get(fact.getClass());
        if (types == null) {
            types = sieve.typesOf(fact.getClass());
            typesOf.put(fact.getClass(), types);
        }
        return types;
    }

    private void open(SievedPattern pattern) {
        for (SievedRule rule : pattern.opens()) {
            if (listed[rule.number()] != event) {
                listed[rule.number()] = event;
                agenda.get(rule.stratum()).add(rule);
            }
        }
    }

    @Override
    public void fire(Stratum... strata) throws NeedsSession {
        try {
            takeWaiting();
            int firings = 0;
            for (Stratum stratum : strata) {
                firings += fireAll(stratum, maxFirings - firings);
            }
        } catch (NeedsSession e) {
            throw e;
        } catch (Exception | LinkageError | StackOverflowError e) {
            // The session comes upon it as well, and finds out which rule it is.
            throw new NeedsSession();
        }
    }

    private int fireAll(Stratum stratum, int most) throws Exception {
        int firings = 0;
        int more;
        do {
            more = 0;
            for (SievedRule rule : sieve.always(stratum)) {
                more += fire(rule);
            }
            List<SievedRule> opened = agenda.get(stratum);
            for (int i = 0; i < opened.size(); i++) {
                more += fire(opened.get(i));
            }
            firings += more;
            if (firings >= most) {
                throw new NeedsSession();
            }
            // What has been concluded may open others, or the same once more.
        } while (more > 0);
        return firings;
    }

    /** How often it has fired now. */
    private int fire(SievedRule rule) throws Exception {
        if (!rule.isOpened(matches)) {
            return 0;
        }
        SievedRule.Then then = rule.then();
        if (then == null || (!rule.isSingle(matches) && (!then.joins().isEmpty() || rule.isFree(matches)))) {
            throw new NeedsSession();
        }
        if (fired[rule.number()] == event || !isJoined(then) || !rule.isFree(matches)) {
            return 0;
        }
        fired[rule.number()] = event;
        then.block().execute(values(then.arguments()));
        takeWaiting();
        return 1;
    }

    private boolean isJoined(SievedRule.Then then) throws Exception {
        for (SievedRule.Joined join : then.joins()) {
            if (!join.predicate().test(values(join.arguments()))) {
                return false;
            }
        }
        return true;
    }

    private Object[] values(List<Argument> arguments) {
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            Argument argument = arguments.get(i);
            values[i] =
                    argument.isConclude() ? conclusions : argument.reading().apply(matches.first(argument.pattern()));
        }
        return values;
    }
}
