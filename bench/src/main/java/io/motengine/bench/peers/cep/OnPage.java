package io.motengine.bench.peers.cep;

import io.motengine.bench.peers.moments.PlainEvent;
import io.motengine.bench.peers.moments.PlainEvent.Click;
import java.util.Set;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** Clicks on some pages. */
final class OnPage extends SimpleCondition<PlainEvent> implements FilterFunction<PlainEvent> {
    private static final long serialVersionUID = 1L;
    private final Set<String> pages;

    OnPage(Set<String> pages) {
        this.pages = Set.copyOf(pages);
    }

    @Override
    public boolean filter(PlainEvent event) {
        return event instanceof Click click && pages.contains(click.page());
    }
}
