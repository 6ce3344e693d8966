package io.motengine.engine.patterns;

import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CreditApplicationChanged;
import io.motengine.schemas.event.EventTypes;

/**
 * An event of these tests: a click on page {@code a} to {@code c}, or a credit step {@code x} or {@code y}.
 *
 * @param time epoch milliseconds
 */
public record Told(String what, String product, long time, String instance) {
    boolean isClick() {
        return what.compareTo("x") < 0;
    }

    String type() {
        return type(what);
    }

    static String type(String what) {
        return what.compareTo("x") < 0 ? EventTypes.APP_CLICK : EventTypes.CREDIT_APPLICATION_CHANGED;
    }

    Object body() {
        return isClick()
                ? new AppClick(what, "view", product.isEmpty() ? null : product, null, null, null, null)
                : new CreditApplicationChanged("a1", product, what, null);
    }
}
