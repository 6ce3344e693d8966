package io.motengine.schemas.event;

import java.time.LocalDate;
import java.util.List;

/**
 * What a person has learned about the customer. Consents, blocks and the risk grade are not among it: the customer gives them
 * in writing, or others decide upon them, and only the customer master speaks of them.
 *
 * @param birthDate null if not learned, as the others
 * @param timeZone IANA name
 * @param language BCP 47 tag
 * @param labels that the customer is to have besides those they have; empty if none
 */
public record Learned(LocalDate birthDate, String timeZone, String language, List<String> labels) {
    public Learned {
        labels = labels == null ? List.of() : List.copyOf(labels);
    }
}
