package io.motengine.engine.scenarios;

import io.motengine.engine.catalog.Benefit;
import io.motengine.engine.offline.OfflineBank;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.Granted;
import io.motengine.schemas.money.Money;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** What has changed about the benefits of customers since they were last looked at. */
final class BenefitLines {
    private final Release release;
    private final OfflineBank bank;
    private final Map<String, Granted> known = new HashMap<>();

    BenefitLines(Release release, OfflineBank bank) {
        this.release = release;
        this.bank = bank;
    }

    /** Hears of each change once. */
    interface Listener {
        /**
         * A benefit has come further.
         *
         * @param toGo what is still to be brought; null if nothing
         * @param left how many are left for all customers; null if they are not counted
         */
        void changed(Granted grant, Money toGo, Long left);
    }

    void tell(CustomerState state, Listener listener) {
        if (state == null) {
            return;
        }
        for (Granted grant : state.counted().grants()) {
            if (!grant.equals(known.put(state.customer() + "/" + grant.id(), grant))) {
                Benefit benefit = release.catalog().benefits().get(grant.benefit());
                Long left = benefit.stock() == null ? null : benefit.stock() - bank.out(benefit.id());
                listener.changed(grant, toGo(grant), left);
            }
        }
    }

    private Money toGo(Granted grant) {
        OptionalLong amount = release.thresholds().amount(grant.benefit());
        return amount.isEmpty() || !grant.isOpen()
                ? null
                : new Money(
                        amount.getAsLong() - grant.progress(),
                        release.currency().code());
    }
}
