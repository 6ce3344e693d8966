package io.motengine.bench.peers.drools;

import io.motengine.bench.peers.moments.OneEvent;

/** Rules for the moments that one event tells by itself. */
final class OneEventRules {
    private OneEventRules() {}

    /** @param tell what stands in {@code then}, with {@code %s} for the moment and {@code $customer} bound */
    static String text(String tell) {
        StringBuilder drl = new StringBuilder();
        for (OneEvent each : OneEvent.all()) {
            drl.append("""

                    rule "%s"
                    when
                        %s( %s, $customer : customer )
                    then
                        %s
                    end
                    """.formatted(
                            each.name(),
                            each.click() ? "Click" : "Posting",
                            each.condition(", "),
                            tell.formatted(each.moment())));
        }
        return drl.toString();
    }
}
