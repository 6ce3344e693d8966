package io.motengine.bench.reference;

import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.DailyTick;
import io.motengine.engine.facts.Holding;
import io.motengine.engine.facts.LifeCycle;
import io.motengine.engine.facts.Moment;
import io.motengine.engine.facts.Wave;
import io.motengine.engine.rules.Concluder;
import io.motengine.engine.rules.Conclusions.Proposal;
import io.motengine.engine.rules.Facts;
import io.motengine.engine.rules.RuleSet;
import io.motengine.engine.rules.Verdict;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.TransactionPosted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The two hundred rules of the reference release as somebody would write them in Java who has only these to write: no pattern is
 * tried that the event at hand cannot match. Shops, banks, pages and cards are the generator's own lists; what stands in a single
 * rule stands here once more, and a test lets every rule fire and compares.
 */
public final class PlainRules implements Concluder {
    private final Class<?> featuresType;
    private final Figures figures;
    private LifeCycle lifeCycle;
    private Object trigger;
    private boolean isTick;

    /** @param rules of the reference release, compiled */
    public PlainRules(RuleSet rules) {
        featuresType = rules.featuresType();
        figures = new Figures(featuresType);
    }

    @Override
    public Verdict conclude(Facts facts) {
        List<Moment> moments = new ArrayList<>(0);
        List<Proposal> proposals = new ArrayList<>(0);
        List<Holding> maturing = new ArrayList<>(0);
        List<Wave> waves = new ArrayList<>(0);
        sort(facts, maturing, waves);

        Customer customer = facts.customer();
        String before = customer.stage();
        customer = settled(customer, before, PlainSegments.of(customer, figures));
        Set<String> stages = PlainSegments.stages(customer, trigger, lifeCycle, figures);
        String stage = facts.stages().next(customer.kind(), stages);
        customer = settled(customer, stage, customer.segments());
        if (!stage.equals(before)) {
            if (facts.stages().announces(customer.kind())) {
                moments.add(new Moment("entered-" + stage));
            }
            PlainMoments.entered(stage, customer, moments);
        }
        if (trigger instanceof TransactionPosted posted) {
            new PlainPostings(customer, lifeCycle, figures, moments).tell(posted);
        } else if (trigger instanceof AppClick click) {
            PlainMoments.clicked(click, customer, figures, moments);
        } else {
            PlainMoments.completed(trigger, moments);
        }
        if (isTick) {
            maturing.forEach(holding -> moments.add(PlainMoments.maturing(holding)));
        }
        for (Moment moment : moments) {
            Cards.propose(moment, customer, proposals);
        }
        for (Wave wave : waves) {
            Cards.propose(wave, moments, proposals);
        }
        return new Verdict(customer, moments, proposals, List.of());
    }

    private void sort(Facts facts, List<Holding> maturing, List<Wave> waves) {
        trigger = null;
        isTick = false;
        for (Object fact : facts.others()) {
            if (featuresType.isInstance(fact)) {
                figures.of(fact);
            } else if (fact instanceof LifeCycle standing) {
                lifeCycle = standing;
            } else if (fact instanceof Holding holding) {
                if (PlainMoments.isMaturing(holding)) {
                    maturing.add(holding);
                }
            } else if (fact instanceof Wave wave) {
                waves.add(wave);
            } else if (fact instanceof DailyTick) {
                isTick = true;
            } else {
                trigger = fact;
            }
        }
    }

    private static Customer settled(Customer customer, String stage, Set<String> segments) {
        return stage.equals(customer.stage()) && segments.equals(customer.segments())
                ? customer
                : customer.with(customer.tier(), stage, segments);
    }
}
