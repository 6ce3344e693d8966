package io.motengine.engine.strategies;

import java.util.List;

/**
 * What a branch changes of a card (一行一策), one entry of {@code branches/<branch>.yaml}; null is as head office wrote it.
 *
 * @param card strategy id
 */
public record Variant(String card, String content, String benefit, List<Rung> ladder, Integer priority) {
    public Variant {
        ladder = ladder == null ? null : List.copyOf(ladder);
    }

    /** The card as it runs at a branch. */
    public StrategyCard of(StrategyCard headOffice, String branch) {
        return headOffice.variant(
                branch,
                content == null ? headOffice.content() : content,
                benefit == null ? headOffice.benefit() : benefit,
                ladder == null ? headOffice.ladder() : ladder,
                priority == null ? headOffice.priority() : priority);
    }
}
