package io.motengine.engine.catalog;

import java.util.Map;

/**
 * One text by language ({@code zh}, {@code en}), with {@code {variables}} that the moment supplies.
 *
 * @param channels texts of their own for channels, by channel id and language
 */
public record ContentText(String id, Map<String, Text> languages, Map<String, Map<String, Text>> channels) {
    public ContentText {
        languages = languages == null ? Map.of() : Map.copyOf(languages);
        channels = channels == null ? Map.of() : Map.copyOf(channels);
    }

    /** Texts by language as a channel shows them: its own if it has any, else those for all. */
    public Map<String, Text> on(String channel) {
        return channels.getOrDefault(channel, languages);
    }

    /**
     * A text in one language.
     *
     * @param title null if none
     * @param script what a person says; null if no person acts
     * @param offer what a person may offer; null if nothing beyond the product
     * @param objections what customers object, and the answers; null if none
     * @param doNotSay what a person must not say; null if nothing in particular
     */
    public record Text(
            String title, String body, String script, String offer, Map<String, String> objections, String doNotSay) {}
}
