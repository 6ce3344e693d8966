package io.motengine.engine.governance;

import io.motengine.engine.facts.Moment;
import io.motengine.engine.strategies.StrategyCard;
import java.time.Instant;

/**
 * A strategy proposed for a customer.
 *
 * @param card as it runs at the customer's branch
 * @param instance what raised the moment; the same moment raised again has another
 * @param happened when the moment happened, UTC
 */
public record Candidate(StrategyCard card, Moment moment, String instance, Instant happened) {}
