package io.motengine.schemas.action;

/**
 * Rendered text.
 *
 * @param id of the content in the catalog
 * @param language {@code zh} or {@code en}
 * @param title null where the channel has none
 * @param body never null
 * @param script what a person says (话术); null where no person acts
 */
public record Content(String id, String language, String title, String body, String script) {}
