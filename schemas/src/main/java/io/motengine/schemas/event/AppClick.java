package io.motengine.schemas.event;

/**
 * One interaction in the app, the mini-program or the web bank.
 *
 * @param page kebab-case page name such as {@code wealth} or {@code loan-application}, never null
 * @param action what was done there: {@code view}, {@code start}, {@code submit}, {@code tap}, …; never null
 * @param productId the product shown; null if none
 * @param sessionId the visit; null if not sent
 * @param deviceId the device; null if not sent
 * @param openId the mini-program's user id; null if not sent
 * @param channel {@code app}, {@code mini-program} or {@code web}; null if not sent
 */
public record AppClick(
        String page, String action, String productId, String sessionId, String deviceId, String openId, String channel)
        implements EventBody {}
