package io.motengine.engine.rules;

import io.motengine.engine.rules.SievedRule.Argument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Passes one event after another through a sieve: it either says what the rules conclude, or that a session must. Not
 * thread-safe.
 *
 * <p>What it says is what a session would say: it fires no other rules than those whose patterns are each about one fact, each
 * at most once, and calls their compiled consequences. Whatever else may fire, and whatever throws, it leaves to the session.
 */
final class Sifting implements WorkingMemory<Sifting.NeedsSession> {
    private final Sieve sieve;
    private final Strata strata;
    private final int maxFirings;
    private final Conclusions conclusions;
    private final Matches matches;
    private final Map<Class<?>, int[]> typesOf = new IdentityHashMap<>();
    private final List<List<SievedRule>> agenda = new ArrayList<>();
    private final long[] listed;
    private final long[] fired;
    private long event;
    private boolean undecided;

    /** A rule may fire that only a session understands. */
    static final class NeedsSession extends Exception {
        private static final long serialVersionUID = 1L;
        private static final NeedsSession INSTANCE = new NeedsSession();

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
        for (int i = 0; i < Stratum.values().length; i++) {
            agenda.add(new ArrayList<>());
        }
    }

    /** What the rules conclude; null if a session is to say it. */
    Verdict sift(Facts facts) {
        event++;
        undecided = false;
        try {
            return strata.pass(facts, this, conclusions);
        } catch (NeedsSession e) {
            return null;
        } finally {
            clear();
        }
    }

    private void clear() {
        matches.clear();
        conclusions.clear();
        agenda.forEach(List::clear);
    }

    @Override
    public void insert(Object fact) {
        if (undecided) {
            return;
        }
        try {
            matches.add(fact, typesOf.computeIfAbsent(fact.getClass(), sieve::typesOf));
        } catch (Exception | LinkageError | StackOverflowError e) {
            // The session comes upon it as well, and finds out whose it is.
            undecided = true;
        }
    }

    @Override
    public void replace(Object before, Object after) {
        matches.remove(typesOf.computeIfAbsent(before.getClass(), sieve::typesOf));
        insert(after);
    }

    private void open(SievedPattern pattern) {
        for (SievedRule rule : pattern.opens()) {
            if (listed[rule.number()] != event) {
                listed[rule.number()] = event;
                agenda.get(rule.stratum().ordinal()).add(rule);
            }
        }
    }

    @Override
    public void fire(Stratum... strata) throws NeedsSession {
        int firings = 0;
        for (Stratum stratum : strata) {
            int more;
            do {
                more = fire(sieve.always(stratum)) + fire(agenda.get(stratum.ordinal()));
                firings += more;
                if (firings >= maxFirings) {
                    throw NeedsSession.INSTANCE;
                }
                // What has been concluded may open others, or the same once more.
            } while (more > 0);
        }
    }

    private int fire(SievedRule[] rules) throws NeedsSession {
        int firings = 0;
        for (SievedRule rule : rules) {
            firings += fire(rule);
        }
        return firings;
    }

    private int fire(List<SievedRule> rules) throws NeedsSession {
        int firings = 0;
        for (int i = 0; i < rules.size(); i++) {
            firings += fire(rules.get(i));
        }
        return firings;
    }

    /** How often it has fired now. */
    private int fire(SievedRule rule) throws NeedsSession {
        try {
            if (undecided) {
                throw NeedsSession.INSTANCE;
            }
            if (!rule.isOpened(matches)) {
                return 0;
            }
            if (rule.then() == null || !rule.isSingle(matches)) {
                throw NeedsSession.INSTANCE;
            }
            if (fired[rule.number()] == event) {
                return 0;
            }
            fired[rule.number()] = event;
            conclude(rule.then());
            return 1;
        } catch (NeedsSession e) {
            throw e;
        } catch (Exception | LinkageError | StackOverflowError e) {
            throw NeedsSession.INSTANCE;
        }
    }

    private void conclude(SievedRule.Then then) throws Exception {
        Object[] arguments = new Object[then.arguments().size()];
        for (int i = 0; i < arguments.length; i++) {
            Argument argument = then.arguments().get(i);
            arguments[i] = argument.isConclude()
                    ? conclusions
                    : argument.reading().apply(matches.first(argument.pattern()));
        }
        then.block().execute(arguments);
    }
}
