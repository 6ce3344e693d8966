package io.motengine.engine.catalog;

import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.ServiceContact;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Products, channels, benefits and content by id ({@code catalog/}). */
public record Catalog(
        Map<String, Product> products,
        Map<String, Channel> channels,
        Map<String, Benefit> benefits,
        Map<String, ContentText> content) {
    public Catalog {
        products = Map.copyOf(products);
        channels = Map.copyOf(channels);
        benefits = Map.copyOf(benefits);
        content = Map.copyOf(content);
    }

    /** Whether a person acts on a channel; no if there is none of this id. */
    public boolean isPerson(String channel) {
        Channel found = channels.get(channel);
        return found != null && found.person();
    }

    /** Channels at which an event says that the customer is right now: they took a ticket, called in, or use the app. */
    public Set<String> arrival(Object event) {
        String contact = event instanceof ServiceContact met ? met.kind() : event instanceof AppClick ? "app" : null;
        return contact == null
                ? Set.of()
                : channels.values().stream()
                        .filter(channel -> channel.arrival().contains(contact))
                        .map(Channel::id)
                        .collect(Collectors.toSet());
    }
}
