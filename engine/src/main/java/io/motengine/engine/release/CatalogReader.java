package io.motengine.engine.release;

import com.fasterxml.jackson.core.type.TypeReference;
import io.motengine.engine.catalog.Benefit;
import io.motengine.engine.catalog.Catalog;
import io.motengine.engine.catalog.Channel;
import io.motengine.engine.catalog.ContentText;
import io.motengine.engine.catalog.Product;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the catalog: products, channels and content. */
final class CatalogReader {
    private final ReleaseFiles files;
    private final List<Finding> findings;

    CatalogReader(ReleaseFiles files, List<Finding> findings) {
        this.files = files;
        this.findings = findings;
    }

    Catalog read() {
        return new Catalog(
                byId("catalog/products.yaml", new TypeReference<List<Product>>() {}, Product::id),
                byId("catalog/channels.yaml", new TypeReference<List<Channel>>() {}, Channel::id),
                byId("catalog/benefits.yaml", new TypeReference<List<Benefit>>() {}, Benefit::id),
                byId("catalog/content.yaml", new TypeReference<List<ContentText>>() {}, ContentText::id));
    }

    private <T> Map<String, T> byId(String file, TypeReference<List<T>> type, Function<T, String> id) {
        Map<String, T> found = new TreeMap<>();
        String text = files.files().get(file);
        if (text == null) {
            return found;
        }
        for (T entry : ReleaseYaml.read(file, text, type, findings).orElse(List.of())) {
            String key = String.valueOf(id.apply(entry));
            if (key.equals("null") || found.put(key, entry) != null) {
                findings.add(new Finding(
                        file, Lines.of(text, "id: " + key), 0, "id: " + key + " (expected: present, and only once)"));
            }
        }
        return found;
    }
}
