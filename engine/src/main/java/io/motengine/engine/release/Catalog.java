package io.motengine.engine.release;

import java.util.Map;

/** Products, channels and content by id ({@code catalog/}). */
public record Catalog(Map<String, Product> products, Map<String, Channel> channels, Map<String, ContentText> content) {
    public Catalog {
        products = Map.copyOf(products);
        channels = Map.copyOf(channels);
        content = Map.copyOf(content);
    }

    /**
     * Something that the bank sells.
     *
     * @param riskGrade 1 (R1) to 5 (R5); the customer must be assessed at least as high; 0 needs no assessment
     */
    public record Product(String id, String name, String family, int riskGrade) {}

    /**
     * A way to reach the customer.
     *
     * @param person whether a person acts, who needs a script
     */
    public record Channel(String id, String name, boolean person) {}

    /** One text by language ({@code zh}, {@code en}), with {@code {variables}} that the moment supplies. */
    public record ContentText(String id, Map<String, Text> languages) {
        public ContentText {
            languages = Map.copyOf(languages);
        }
    }

    /**
     * A text in one language.
     *
     * @param title null if none
     * @param script what a person says; null if no person acts
     */
    public record Text(String title, String body, String script) {}
}
