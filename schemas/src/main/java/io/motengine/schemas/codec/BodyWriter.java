package io.motengine.schemas.codec;

import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CreditApplicationChanged;
import io.motengine.schemas.event.CreditLimitUpdated;
import io.motengine.schemas.event.CustomerErased;
import io.motengine.schemas.event.CustomerLinked;
import io.motengine.schemas.event.CustomerListed;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.GrantDenied;
import io.motengine.schemas.event.GrantGiven;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.Learned;
import io.motengine.schemas.event.LinkedMoment;
import io.motengine.schemas.event.MergeHandedOver;
import io.motengine.schemas.event.MergeRequested;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.event.ServiceContact;
import io.motengine.schemas.event.StockCorrected;
import io.motengine.schemas.event.TieForgotten;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.money.Money;
import java.io.IOException;
import java.util.Map;

/** Writes the members of each kind of body: the other side of {@link EventBinder}. */
final class BodyWriter {
    private static final Map<Class<? extends EventBody>, JsonOut.ItemWriter<EventBody>> WRITERS = Map.ofEntries(
            Map.entry(TransactionPosted.class, (out, body) -> write(out, (TransactionPosted) body)),
            Map.entry(AppClick.class, (out, body) -> write(out, (AppClick) body)),
            Map.entry(ProfileUpdated.class, (out, body) -> write(out, (ProfileUpdated) body)),
            Map.entry(HoldingUpdated.class, (out, body) -> write(out, (HoldingUpdated) body)),
            Map.entry(CustomerLinked.class, (out, body) -> write(out, (CustomerLinked) body)),
            Map.entry(CustomerListed.class, (out, body) -> write(out, (CustomerListed) body)),
            Map.entry(CustomerErased.class, (out, body) -> write(out, (CustomerErased) body)),
            Map.entry(CreditApplicationChanged.class, (out, body) -> write(out, (CreditApplicationChanged) body)),
            Map.entry(CreditLimitUpdated.class, (out, body) -> write(out, (CreditLimitUpdated) body)),
            Map.entry(ServiceContact.class, (out, body) -> write(out, (ServiceContact) body)),
            Map.entry(Feedback.class, (out, body) -> write(out, (Feedback) body)),
            Map.entry(LinkedMoment.class, (out, body) -> write(out, (LinkedMoment) body)),
            Map.entry(MergeRequested.class, (out, body) -> write(out, (MergeRequested) body)),
            Map.entry(MergeHandedOver.class, (out, body) -> write(out, (MergeHandedOver) body)),
            Map.entry(GrantGiven.class, (out, body) -> write(out, (GrantGiven) body)),
            Map.entry(GrantDenied.class, (out, body) -> write(out, (GrantDenied) body)),
            Map.entry(StockCorrected.class, (out, body) -> write(out, (StockCorrected) body)),
            Map.entry(TieForgotten.class, (out, body) -> write(out, (TieForgotten) body)));

    private BodyWriter() {}

    static void members(JsonOut out, EventBody body) throws IOException {
        JsonOut.ItemWriter<EventBody> writer = WRITERS.get(body.getClass());
        if (writer == null) {
            throw new IllegalArgumentException(
                    "type: " + EventTypes.of(body) + " (expected: one that stands on a topic)");
        }
        writer.write(out, body);
    }

    private static void write(JsonOut out, TransactionPosted body) throws IOException {
        out.text("accountId", body.accountId());
        out.text("direction", Vocabulary.DIRECTIONS.of(body.direction()));
        out.amount("amount", body.amount());
        out.amount("balance", body.balance());
        currency(out, body.amount(), body.balance());
        out.text("category", body.category());
        out.text("counterpartyBank", body.counterpartyBank());
        out.text("counterpartyId", body.counterpartyId());
        out.text("merchantCategory", body.merchantCategory());
        out.text("channel", body.channel());
    }

    private static void write(JsonOut out, AppClick body) throws IOException {
        out.text("page", body.page());
        out.text("action", body.action());
        out.text("productId", body.productId());
        out.text("sessionId", body.sessionId());
        out.text("deviceId", body.deviceId());
        out.text("openId", body.openId());
        out.text("channel", body.channel());
    }

    private static void write(JsonOut out, ProfileUpdated body) throws IOException {
        out.text("kind", body.kind());
        out.date("birthDate", body.birthDate());
        out.date("openedOn", body.openedOn());
        out.text("riskGrade", body.riskGrade());
        out.amount("aum", body.aum());
        currency(out, body.aum(), null);
        out.text("timeZone", body.timeZone());
        out.text("language", body.language());
        out.text("branch", body.branch());
        out.text("relationshipManager", body.relationshipManager());
        out.texts("consents", body.consents());
        out.texts("labels", body.labels());
        out.texts("blocks", body.blocks());
        out.text("preferredChannel", body.preferredChannel());
    }

    private static void write(JsonOut out, HoldingUpdated body) throws IOException {
        out.text("holdingId", body.holdingId());
        out.text("productId", body.productId());
        out.text("family", body.family());
        out.amount("amount", body.amount());
        currency(out, body.amount(), null);
        out.date("openedOn", body.openedOn());
        out.date("maturesOn", body.maturesOn());
        out.text("status", Vocabulary.HOLDING_STATUSES.of(body.status()));
    }

    private static void write(JsonOut out, CustomerLinked body) throws IOException {
        out.text("relation", body.relation());
        out.text("otherId", body.otherId());
        out.text("otherKind", body.otherKind());
        out.flag("ended", body.ended());
    }

    private static void write(JsonOut out, CreditApplicationChanged body) throws IOException {
        out.text("applicationId", body.applicationId());
        out.text("productId", body.productId());
        out.text("step", body.step());
        out.amount("amount", body.amount());
        currency(out, body.amount(), null);
    }

    private static void write(JsonOut out, CreditLimitUpdated body) throws IOException {
        out.text("productId", body.productId());
        out.amount("limit", body.limit());
        out.amount("used", body.used());
        currency(out, body.limit(), body.used());
        out.date("validUntil", body.validUntil());
    }

    private static void write(JsonOut out, ServiceContact body) throws IOException {
        out.text("kind", body.kind());
        out.text("branch", body.branch());
        out.text("topic", body.topic());
    }

    private static void write(JsonOut out, Feedback body) throws IOException {
        out.text("actionId", body.actionId());
        out.text("channel", body.channel());
        out.text("outcome", Vocabulary.OUTCOMES.of(body.outcome()));
        out.text("reason", body.reason());
        out.text("to", body.to());
        if (body.learned() != null) {
            out.object("learned", learned -> write(learned, body.learned()));
        }
        out.text("opportunity", body.opportunity());
    }

    private static void write(JsonOut out, Learned learned) throws IOException {
        out.date("birthDate", learned.birthDate());
        out.text("timeZone", learned.timeZone());
        out.text("language", learned.language());
        out.textsIfAny("labels", learned.labels());
    }

    private static void write(JsonOut out, CustomerListed body) throws IOException {
        out.text("label", body.label());
        out.flag("listed", body.listed());
        out.date("until", body.until());
    }

    private static void write(JsonOut out, CustomerErased body) throws IOException {
        out.text("reason", body.reason());
    }

    private static void write(JsonOut out, LinkedMoment body) throws IOException {
        out.text("moment", body.moment());
        out.text("relation", body.relation());
        out.text("from", body.from());
        out.text("subject", body.subject());
        out.texts("variables", body.variables());
        out.texts("path", body.path());
        out.text("cause", body.cause());
    }

    private static void write(JsonOut out, MergeRequested body) throws IOException {
        out.text("into", body.into());
        out.text("link", body.link());
    }

    private static void write(JsonOut out, MergeHandedOver body) throws IOException {
        out.text("from", body.from());
        out.base64("record", body.record());
        out.text("digest", body.digest());
    }

    private static void write(JsonOut out, GrantGiven body) throws IOException {
        out.text("actionId", body.actionId());
    }

    private static void write(JsonOut out, GrantDenied body) throws IOException {
        out.text("actionId", body.actionId());
        out.text("resource", body.resource());
    }

    private static void write(JsonOut out, StockCorrected body) throws IOException {
        if (body.change() != null) {
            out.number("change", body.change());
        }
        out.amount("budgetChange", body.budgetChange());
        currency(out, body.budgetChange(), null);
        out.text("reason", body.reason());
    }

    private static void write(JsonOut out, TieForgotten body) throws IOException {
        out.texts("names", body.names());
    }

    /** The wire has one currency for all amounts of an event: a second one could only be lost. */
    private static void currency(JsonOut out, Money first, Money second) throws IOException {
        if (first != null && second != null && !first.currency().equals(second.currency())) {
            throw new IllegalArgumentException(
                    "currency: " + second.currency() + " (expected: " + first.currency() + ", as the other amount)");
        }
        if (first != null) {
            out.text("currency", first.currency());
        }
    }
}
