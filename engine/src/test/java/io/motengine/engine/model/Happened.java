package io.motengine.engine.model;

import io.motengine.engine.features.Happening;
import io.motengine.engine.features.Told;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CreditApplicationChanged;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.TransactionPosted;
import java.util.Locale;

/** Something a customer did under a name at a time, epoch milliseconds. */
record Happened(String id, String name, long time, EventBody body) {
    EventEnvelope event() {
        return World.event(id, name, time, body);
    }

    /** As the naive model of features reads it. */
    Happening forFeatures() {
        String type = EventTypes.of(body);
        if (body instanceof TransactionPosted posted) {
            String direction = posted.direction().name().toLowerCase(Locale.ROOT);
            return new Happening(type, time, new Told(posted.amount(), null, null, direction));
        }
        String page = body instanceof AppClick click ? click.page() : null;
        return new Happening(type, time, new Told(null, null, page, null));
    }

    /** Whether patterns look at such events. */
    boolean isStep() {
        return !(body instanceof TransactionPosted);
    }

    /** As the naive model of patterns reads it: to apply is x there, to sign y. */
    io.motengine.engine.patterns.Told forPatterns() {
        String what = body instanceof AppClick click
                ? click.page()
                : ((CreditApplicationChanged) body).step().equals("applied") ? "x" : "y";
        String product =
                body instanceof AppClick click ? click.productId() : ((CreditApplicationChanged) body).productId();
        return new io.motengine.engine.patterns.Told(what, product == null ? "" : product, time, "/t/" + id);
    }
}
