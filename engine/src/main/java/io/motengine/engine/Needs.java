package io.motengine.engine;

import io.motengine.engine.allocate.Need;
import io.motengine.engine.allocate.Resources;
import io.motengine.engine.catalog.Benefit;
import io.motengine.engine.catalog.Channel;
import io.motengine.engine.catalog.Product;
import io.motengine.engine.release.Release;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.money.Currencies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What actions count for across customers, as the release in force says. */
final class Needs {
    /** Customers without a branch or a manager share what there is for them. */
    private static final String NOBODY = "none";

    private final Release release;

    Needs(Release release) {
        this.release = release;
    }

    /** Empty if the action counts for nothing. */
    List<Need> of(ActionIssued action, String offer) {
        List<Need> needs = new ArrayList<>(0);
        Benefit benefit =
                action.benefit() == null ? null : release.catalog().benefits().get(action.benefit());
        if (benefit != null && (benefit.stock() != null || benefit.budget() != null)) {
            needs.add(new Need(
                    Resources.benefit(benefit.id()),
                    offer,
                    benefit.stock() == null ? Need.UNLIMITED : benefit.stock(),
                    minor(benefit.worth(), RoundingMode.UP),
                    benefit.budget() == null ? Need.UNLIMITED : minor(benefit.budget(), RoundingMode.DOWN)));
        }
        quotas(action.product(), offer, needs);
        Channel channel = release.catalog().channels().get(action.channel());
        // A service message must not wait for an answer that may be no: it takes nobody's capacity.
        if (channel != null && channel.capacity() != null && !action.service()) {
            needs.add(Need.one(
                    capacity(action, channel), action.id(), channel.capacity().perDay()));
        }
        return needs;
    }

    /** A bundle counts for what it is made of, too. */
    private void quotas(String id, String offer, List<Need> needs) {
        Product product = id == null ? null : release.catalog().products().get(id);
        if (product == null) {
            return;
        }
        if (product.quota() != null) {
            needs.add(Need.one(Resources.quota(product.id()), offer, product.quota()));
        }
        product.contains().stream().sorted().forEach(part -> quotas(part, offer, needs));
    }

    private String capacity(ActionIssued action, Channel channel) {
        LocalDate day = action.time().atZone(release.calendar().zone()).toLocalDate();
        return switch (channel.capacity().per()) {
            case CHANNEL -> Resources.capacity(channel.id(), day);
            case BRANCH -> Resources.capacity(channel.id(), orNobody(action.branch()), day);
            case RELATIONSHIP_MANAGER -> Resources.capacity(channel.id(), orNobody(action.relationshipManager()), day);
        };
    }

    private static String orNobody(String whose) {
        return whose == null || whose.isEmpty() ? NOBODY : whose;
    }

    private long minor(BigDecimal amount, RoundingMode rounding) {
        return amount.movePointRight(Currencies.digits(release.currency().code()))
                .setScale(0, rounding)
                .longValueExact();
    }
}
