package io.motengine.engine.links;

import io.motengine.engine.release.Policy;
import io.motengine.engine.state.Link;
import io.motengine.schemas.event.Relations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who of the linked customers is told of a moment: no moment goes in circles, goes on for ever, or floods the bank. */
public final class LinkGuard {
    private LinkGuard() {}

    /**
     * One linked customer.
     *
     * @param refusal stable code of why the customer is not told; null for those who are
     */
    public record Told(String customer, String refusal) {}

    /**
     * Those linked by a relation, the lesser ids first; ties that have ended are left out.
     *
     * @param path customers that the moment came through; empty if it began here
     */
    public static List<Told> told(
            String relation, Map<Link, Link.Standing> links, List<String> path, Policy.Links limits) {
        List<Told> told = new ArrayList<>();
        String wanted = Relations.canonical(relation);
        int sent = 0;
        for (Map.Entry<Link, Link.Standing> entry : links.entrySet()) {
            if (!entry.getKey().relation().equals(wanted) || entry.getValue().ended()) {
                continue;
            }
            String customer = entry.getKey().other();
            String refusal = null;
            if (path.contains(customer)) {
                refusal = "loop";
            } else if (path.size() >= limits.maxHops()) {
                refusal = "hops";
            } else if (sent >= limits.maxFanOut()) {
                refusal = "fan-out";
            } else {
                sent++;
            }
            told.add(new Told(customer, refusal));
        }
        return List.copyOf(told);
    }
}
