package io.motengine.schemas.event;

import io.motengine.schemas.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What the bank's customer master says of a customer. A null field (or a null list) was not sent and leaves what is known as
 * it is; an empty list clears it.
 *
 * @param kind {@code person} or {@code company}
 * @param openedOn the day the first account was opened, in the bank's time zone
 * @param riskGrade {@code R1} … {@code R5}
 * @param aum assets under management
 * @param timeZone IANA name such as {@code Asia/Shanghai}
 * @param language BCP 47 tag, {@code zh} or {@code en}
 * @param consents channels on which the customer agreed to marketing
 * @param labels lists and model clusters that the customer is on
 * @param blocks reasons why the customer must not be approached, such as {@code collections} or {@code bereavement}
 * @param preferredChannel on which the customer would rather hear from the bank; a word that is no channel, such as {@code none},
 *     takes an earlier preference back
 */
public record ProfileUpdated(
        String kind,
        LocalDate birthDate,
        LocalDate openedOn,
        String riskGrade,
        Money aum,
        String timeZone,
        String language,
        String branch,
        String relationshipManager,
        List<String> consents,
        List<String> labels,
        List<String> blocks,
        String preferredChannel)
        implements EventBody {
    public ProfileUpdated {
        consents = consents == null ? null : List.copyOf(consents);
        labels = labels == null ? null : List.copyOf(labels);
        blocks = blocks == null ? null : List.copyOf(blocks);
    }
}
