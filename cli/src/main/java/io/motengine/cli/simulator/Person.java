package io.motengine.cli.simulator;

import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.ProfileUpdated;
import java.time.LocalDate;
import java.util.List;

/**
 * What does not change about a simulated customer.
 *
 * @param index 0-based
 * @param openedOn a day of the simulated future for one who is not a customer yet
 * @param payday day of the month; 0 for one without a salary
 * @param salary in fen
 * @param employersBank null when the employer banks here too
 * @param openingBalance in fen
 * @param usesApp whether the app is used at all
 */
record Person(
        int index,
        String id,
        ProfileUpdated profile,
        LocalDate openedOn,
        int payday,
        long salary,
        String employersBank,
        long openingBalance,
        boolean usesApp,
        List<HoldingUpdated> holdings) {
    Person {
        holdings = List.copyOf(holdings);
    }

    String accountId() {
        return "A" + id.substring(1);
    }

    boolean isCustomerOn(LocalDate day) {
        return openedOn.isBefore(day);
    }
}
