package io.motengine.engine.state;

import java.util.List;

/**
 * An action that is out and has not ended.
 *
 * @param id the action's CloudEvents id
 * @param customer name under which it was issued; null for the customer's own
 * @param instance what raised its moment, as it stands in the action
 * @param issuedAt epoch milliseconds, the clock of governance
 * @param expiresAt epoch milliseconds, the clock of governance
 * @param life how far it has come
 */
public record OpenAction(
        String id,
        String customer,
        String strategy,
        String channel,
        String instance,
        long issuedAt,
        long expiresAt,
        Life life) {

    /** How far an action has come with the customer, in this order. */
    public enum Life {
        ISSUED(0),
        DELIVERED(1),
        OPENED(2),
        CLICKED(3);

        /** As it stands in records: never changed, never used again. */
        private final int number;

        private static final List<Life> ALL = List.of(values());

        Life(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        static Life of(long number) {
            for (Life life : ALL) {
                if (life.number == number) {
                    return life;
                }
            }
            throw new IllegalStateException("life of an action: " + number + " (expected: 0 to 3)");
        }
    }

    /** As the customer keeps it whom an identity has become. */
    OpenAction of(String identity) {
        return customer != null
                ? this
                : new OpenAction(id, identity, strategy, channel, instance, issuedAt, expiresAt, life);
    }

    /** Come this far, or as far as it was if that was further: what is told late or twice changes nothing. */
    public OpenAction come(Life to) {
        return to.compareTo(life) <= 0
                ? this
                : new OpenAction(id, customer, strategy, channel, instance, issuedAt, expiresAt, to);
    }
}
