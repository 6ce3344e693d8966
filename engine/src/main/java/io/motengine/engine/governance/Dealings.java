package io.motengine.engine.governance;

import io.motengine.engine.state.Contact;
import io.motengine.engine.state.CreditLimit;
import io.motengine.engine.state.OpenAction;
import io.motengine.engine.state.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has passed between a customer and the bank so far.
 *
 * @param contacts marketing contacts, those reserved for later included
 * @param held products and families that the customer holds
 * @param limits pre-approved, by product
 * @param grants benefits that are out, as often as they are
 */
public record Dealings(
        List<Contact> contacts,
        List<Refusal> refusals,
        List<OpenAction> open,
        Set<String> held,
        Map<String, CreditLimit> limits,
        List<String> grants) {
    /** Nothing at all. */
    public static final Dealings NONE = new Dealings(List.of(), List.of(), List.of(), Set.of(), Map.of(), List.of());
}
