package io.motengine.schemas.event;

/**
 * The customer (the event's subject) is tied to another identity or customer.
 *
 * @param relation what the other side is to the customer, a word of {@link Relations}; {@code identity} means that the other id
 *     is the same customer; never null
 * @param otherId the other side, never null
 * @param otherKind {@code customer}, {@code device}, {@code openid} or {@code phone}; never null
 * @param ended whether the tie ended
 */
public record CustomerLinked(String relation, String otherId, String otherKind, boolean ended) implements EventBody {}
