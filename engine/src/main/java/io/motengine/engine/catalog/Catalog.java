package io.motengine.engine.catalog;

import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.ServiceContact;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Products, channels, benefits and content by id ({@code catalog/}).
 *
 * @param arrivals where a customer is, by the contact by which they arrive
 */
public record Catalog(
        Map<String, Product> products,
        Map<String, Channel> channels,
        Map<String, Benefit> benefits,
        Map<String, ContentText> content,
        Map<String, Arrival> arrivals) {
    private static final String APP = "app";

    public Catalog {
        products = Map.copyOf(products);
        channels = Map.copyOf(channels);
        benefits = Map.copyOf(benefits);
        content = Map.copyOf(content);
        arrivals = Map.copyOf(arrivals);
    }

    public Catalog(
            Map<String, Product> products,
            Map<String, Channel> channels,
            Map<String, Benefit> benefits,
            Map<String, ContentText> content) {
        this(products, channels, benefits, content, arrivals(channels.values()));
    }

    private static Map<String, Arrival> arrivals(Collection<Channel> channels) {
        Map<String, Set<String>> byContact = new TreeMap<>();
        for (Channel channel : channels) {
            for (String contact : channel.arrival()) {
                byContact.computeIfAbsent(contact, none -> new TreeSet<>()).add(channel.id());
            }
        }
        Map<String, Arrival> arrivals = new TreeMap<>();
        byContact.forEach((contact, at) -> arrivals.put(contact, new Arrival(at, null)));
        return arrivals;
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
        if (event instanceof ServiceContact met) {
            Arrival arrival = arrivals.getOrDefault(met.kind(), Arrival.NONE);
            return new Arrival(arrival.channels(), met.branch());
        }
        return event instanceof AppClick ? arrivals.getOrDefault(APP, Arrival.NONE) : Arrival.NONE;
    }
}
