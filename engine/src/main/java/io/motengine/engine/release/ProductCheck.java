package io.motengine.engine.release;

import io.motengine.engine.catalog.Product;
import io.motengine.engine.catalog.Product.Kind;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks the products of a catalog. */
final class ProductCheck {
    private final EntryFindings findings;
    private final Map<String, Product> products;
    private final Set<String> productsAndFamilies;
    private final Map<String, String> creditFamilies = new TreeMap<>();

    ProductCheck(EntryFindings findings, Map<String, Product> products) {
        this.findings = findings;
        this.products = new TreeMap<>(products);
        this.productsAndFamilies = new TreeSet<>(products.keySet());
        for (Product product : this.products.values()) {
            if (product.family() != null) {
                productsAndFamilies.add(product.family());
                if (product.credit()) {
                    creditFamilies.putIfAbsent(product.family(), product.id());
                }
            }
        }
    }

    void check() {
        products.values().forEach(this::check);
    }

    private void check(Product product) {
        String id = product.id();
        findings.require(Bounds.kebab(id), id, "/id", "id: " + id, "kebab-case");
        findings.require(!Bounds.blank(product.name()), id, "/name", "name: none", "in plain words");
        findings.require(
                product.riskGrade() >= 0 && product.riskGrade() <= 5,
                id,
                "/riskGrade",
                "riskGrade: " + product.riskGrade(),
                "0 for no assessment, or 1 (R1) to 5 (R5)");
        findings.require(
                product.kind() != Kind.PRODUCT || !Bounds.blank(product.family()),
                id,
                "/family",
                "family: none",
                "one such as deposit; only a service or a bundle needs none");
        findings.require(
                product.quota() == null || product.quota() >= 1,
                id,
                "/quota",
                "quota: " + product.quota(),
                "1 or more, or no such line for no limit");
        product.excludes().forEach(name -> findings.known(id, "/excludes", "excludes", name, productsAndFamilies));
        credit(product);
        bundle(product);
    }

    /** A family is lent by all of its products or by none: the one that does not say so would go past risk. */
    private void credit(Product product) {
        String lent = product.family() == null ? null : creditFamilies.get(product.family());
        findings.require(
                product.credit() || lent == null,
                product.id(),
                "/credit",
                "credit: false",
                "true, as for " + lent + " of the same family " + product.family());
    }

    private void bundle(Product product) {
        boolean bundle = product.kind() == Kind.BUNDLE;
        String id = product.id();
        findings.require(
                bundle != product.contains().isEmpty(),
                id,
                "/contains",
                "contains: " + (bundle ? "nothing" : String.join(", ", new TreeSet<>(product.contains()))),
                bundle ? "the products of the bundle" : "nothing; only a bundle contains others");
        for (String part : new TreeSet<>(product.contains())) {
            if (findings.known(id, "/contains", "contains", part, products.keySet())) {
                findings.require(
                        products.get(part).kind() != Kind.BUNDLE,
                        id,
                        "/contains",
                        "contains: " + part + ", a bundle",
                        "products and services");
            }
        }
    }
}
