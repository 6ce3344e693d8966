package io.motengine.cli.wire;

import io.motengine.schemas.Topics;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CreditApplicationChanged;
import io.motengine.schemas.event.CreditLimitUpdated;
import io.motengine.schemas.event.CustomerListed;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.ServiceContact;
import io.motengine.schemas.event.TransactionPosted;
import java.util.List;
import java.util.stream.Stream;

/** Which topic an event belongs on. */
public final class EventTopics {
    /** Every topic that the job reads. */
    public static final List<String> SOURCES =
            Stream.concat(Topics.TIME_DRIVING.stream(), Topics.CONTEXT.stream()).toList();

    /** Every topic that the job writes, but for those of the channels. */
    public static final List<String> OUTPUTS =
            List.of(Topics.DECISIONS, Topics.DEAD_LETTERS, Topics.CUSTOMERS, Topics.INTERNAL);

    private EventTopics() {}

    public static String of(EventBody body) {
        if (body instanceof TransactionPosted) {
            return Topics.TRANSACTIONS;
        }
        if (body instanceof AppClick) {
            return Topics.CLICKS;
        }
        if (body instanceof HoldingUpdated) {
            return Topics.HOLDINGS;
        }
        if (body instanceof CreditApplicationChanged || body instanceof CreditLimitUpdated) {
            return Topics.CREDIT;
        }
        if (body instanceof ServiceContact) {
            return Topics.CONTACTS;
        }
        if (body instanceof Feedback) {
            return Topics.FEEDBACK;
        }
        if (body instanceof CustomerListed) {
            return Topics.LISTS;
        }
        return Topics.PROFILES;
    }
}
