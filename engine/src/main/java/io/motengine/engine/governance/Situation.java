package io.motengine.engine.governance;

import io.motengine.engine.facts.Customer;
import io.motengine.engine.release.Catalog;
import io.motengine.engine.release.Policy;
import io.motengine.engine.state.Contact;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What governance looks at.
 *
 * @param contacts marketing contacts of the customer so far
 * @param eventTime when the moment happened, UTC
 * @param now the clock of governance, UTC
 */
public record Situation(
        Customer customer,
        List<Contact> contacts,
        Policy policy,
        Catalog catalog,
        ZoneId zone,
        Instant eventTime,
        Instant now) {}
