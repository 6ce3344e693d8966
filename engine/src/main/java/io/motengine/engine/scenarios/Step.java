package io.motengine.engine.scenarios;

import java.time.Instant;

/**
 * One line of a scenario: an event, or time that passes for a customer.
 *
 * @param line of the file on which it stands, from 1
 * @param time UTC
 * @param id of the event; null for one of the player's own
 * @param type of the event; null if only time passes
 * @param data the event's body as JSON, in which <code>{strategy}</code> is the id of the customer's last action of that strategy and
 *     <code>{strategy.channel}</code> its channel; null if only time passes
 */
record Step(int line, Instant time, String customer, String id, String type, String data) {}
