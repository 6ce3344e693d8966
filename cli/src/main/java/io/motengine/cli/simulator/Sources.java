package io.motengine.cli.simulator;

import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CustomerLinked;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.event.TransactionPosted;

/** Which system of the simulated bank sends what. */
final class Sources {
    private Sources() {}

    static String of(EventBody body) {
        if (body instanceof TransactionPosted) {
            return "/bank/core";
        }
        if (body instanceof AppClick) {
            return "/bank/app";
        }
        if (body instanceof ProfileUpdated || body instanceof CustomerLinked) {
            return "/bank/customer-master";
        }
        if (body instanceof HoldingUpdated) {
            return "/bank/products";
        }
        if (body instanceof Feedback feedback) {
            return "/channel/" + feedback.channel();
        }
        return "/bank/branches";
    }
}
