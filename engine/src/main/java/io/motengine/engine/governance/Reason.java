package io.motengine.engine.governance;

import java.util.Locale;

/** Why a candidate went no further: the stable codes of decision records, each with the layer that gives it. */
public enum Reason {
    /** The card is not valid today. */
    NOT_VALID(Layer.ELIGIBILITY),
    /** The moment is older than the card takes. */
    TOO_OLD(Layer.ELIGIBILITY),
    /** The customer must not be approached: collections, fraud watch, complaint, bereavement, minor. */
    BLOCKED(Layer.ELIGIBILITY),
    /** The product is graded above the customer. */
    UNSUITABLE(Layer.ELIGIBILITY),
    /** No channel of the card has the customer's consent. */
    NO_CONSENT(Layer.ELIGIBILITY),
    /** The customer holds the product already. */
    HELD(Layer.ELIGIBILITY),
    /** The customer holds what excludes the product. */
    EXCLUDED(Layer.ELIGIBILITY),
    /** A credit offer without a pre-approved limit. */
    NO_LIMIT(Layer.ELIGIBILITY),
    /** The customer has had as many grants of the benefit as one may have. */
    BENEFIT_HELD(Layer.ELIGIBILITY),
    /** The benefit's stock or budget, or the product's quota, is used up. */
    SOLD_OUT(Layer.ELIGIBILITY),
    /** An emergency stop holds. */
    STOPPED(Layer.ELIGIBILITY),
    /** No channel of the card is for the customer's tier. */
    TIER_CHANNEL(Layer.TIER),
    /** The tier's budget for this customer and month is used up. */
    TIER_BUDGET(Layer.TIER),
    /** Contacts of the day, over all channels. */
    DAY_CAP(Layer.CONTACT_POLICY),
    /** Contacts of the week, over all channels. */
    WEEK_CAP(Layer.CONTACT_POLICY),
    /** Contacts by a channel in a day, week or month. */
    CHANNEL_CAP(Layer.CONTACT_POLICY),
    /** Contacts of a strategy in a day, week or month. */
    STRATEGY_CAP(Layer.CONTACT_POLICY),
    /** Contacts of a product family in a day, week or month. */
    FAMILY_CAP(Layer.CONTACT_POLICY),
    /** Contacts in a month, over all channels. */
    MONTH_CAP(Layer.CONTACT_POLICY),
    /** Too soon after the last contact. */
    MIN_GAP(Layer.CONTACT_POLICY),
    /** The customer has refused the strategy not long ago. */
    COOL_DOWN(Layer.CONTACT_POLICY),
    /** Quiet hours: it waits, or is dropped if it would have expired by their end. */
    QUIET_HOURS(Layer.CONTACT_POLICY),
    /** A day that is not worked: it waits, or is dropped. */
    HOLIDAY(Layer.CONTACT_POLICY),
    /** It waits for what else the burst brings. */
    SETTLING(Layer.ARBITRATION),
    /** Another candidate scored higher. */
    OUTRANKED(Layer.ARBITRATION),
    /** An action of the same group is open. */
    GROUP_OPEN(Layer.ARBITRATION),
    /** The customer is in the bank's control group. */
    UNIVERSAL_HOLD_OUT(Layer.HOLD_OUT),
    /** The customer is in the strategy's control group. */
    STRATEGY_HOLD_OUT(Layer.HOLD_OUT),
    /** No channel is open, now or before the action expires. */
    CHANNEL_CLOSED(Layer.CHANNEL),
    /** The channel's capacity of the day is used up, on every rung. */
    NO_CAPACITY(Layer.CHANNEL),
    /** It waited until it had expired. */
    EXPIRED(Layer.CHANNEL),
    /** The step before came far enough. */
    STEP_NOT_NEEDED(Layer.CHANNEL);

    private final Layer layer;

    Reason(Layer layer) {
        this.layer = layer;
    }

    public Layer layer() {
        return layer;
    }

    /** As it stands in decision records and metrics. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
