package io.motengine.engine.catalog;

import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.ServiceContact;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Products, channels, benefits and content by id ({@code catalog/}). */
public record Catalog(
        Map<String, Product> products,
        Map<String, Channel> channels,
        Map<String, Benefit> benefits,
        Map<String, ContentText> content) {
    private static final String APP = "app";

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

    /** Types of the events that matter to it: arrivals, limits of credit products, money that counts for a benefit. */
    public Set<String> listened() {
        Set<String> listened = new TreeSet<>();
        for (Channel channel : channels.values()) {
            channel.arrival()
                    .forEach(
                            kind -> listened.add(kind.equals(APP) ? EventTypes.APP_CLICK : EventTypes.SERVICE_CONTACT));
        }
        if (products.values().stream().anyMatch(Product::credit)) {
            listened.add(EventTypes.CREDIT_LIMIT_UPDATED);
        }
        benefits.values().stream()
                .filter(benefit -> benefit.threshold() != null)
                .forEach(benefit -> listened.add(benefit.threshold().event()));
        return listened;
    }

    /** Channels at which an event says that the customer is right now: they took a ticket, called in, or use the app. */
    public Arrival arrival(Object event) {
        String contact = event instanceof ServiceContact met ? met.kind() : event instanceof AppClick ? APP : null;
        if (contact == null) {
            return Arrival.NONE;
        }
        Set<String> at = channels.values().stream()
                .filter(channel -> channel.arrival().contains(contact))
                .map(Channel::id)
                .collect(Collectors.toSet());
        return new Arrival(at, event instanceof ServiceContact met ? met.branch() : null);
    }
}
