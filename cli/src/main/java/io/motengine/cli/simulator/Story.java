package io.motengine.cli.simulator;

import java.util.List;
import java.util.Set;

/**
 * A customer of the simulated bank whose days are written beforehand.
 *
 * @param moments worth telling when they are raised
 * @param past what was before the start, in chapters: each is known before the next begins
 * @param life what happens from the start on, by time
 */
public record Story(
        String name, String customer, Set<String> moments, List<List<BankEvent>> past, List<BankEvent> life) {
    public Story {
        moments = Set.copyOf(moments);
        past = List.copyOf(past);
        life = List.copyOf(life);
    }
}
