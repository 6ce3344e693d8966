package io.motengine.engine.catalog;

import java.util.Set;

/**
 * Something that the bank offers.
 *
 * @param kind a product that can be held, a service without one (an appointment, a seminar), or a bundle (服务包); a product if not
 *     given
 * @param family {@code deposit}, {@code wealth}, {@code loan}, …; null for a service
 * @param riskGrade 1 (R1) to 5 (R5); the customer must be assessed at least as high; 0 needs no assessment
 * @param credit whether it may only be offered within a limit that risk has pre-approved
 * @param excludes products and families that whoever gets this must not hold
 * @param contains what a bundle is made of, by product id
 * @param quota most actions that may offer it (额度), over all customers; null if not counted
 */
public record Product(
        String id,
        String name,
        Kind kind,
        String family,
        int riskGrade,
        boolean credit,
        Set<String> excludes,
        Set<String> contains,
        Long quota) {
    public Product {
        kind = kind == null ? Kind.PRODUCT : kind;
        excludes = excludes == null ? Set.of() : Set.copyOf(excludes);
        contains = contains == null ? Set.of() : Set.copyOf(contains);
    }

    /** What sort of offer it is. */
    public enum Kind {
        PRODUCT,
        SERVICE,
        BUNDLE
    }
}
