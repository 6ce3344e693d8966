package io.motengine.engine.release;

import com.fasterxml.jackson.core.type.TypeReference;
import io.motengine.engine.catalog.Catalog;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.engine.strategies.Variant;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what branches change of cards (一行一策): one file each, named after the branch. */
final class BranchReader {
    private static final String FOLDER = "branches";

    private final ReleaseFiles files;
    private final Map<String, StrategyCard> cards;
    private final Catalog catalog;
    private final List<Finding> findings;

    BranchReader(ReleaseFiles files, Map<String, StrategyCard> cards, Catalog catalog, List<Finding> findings) {
        this.files = files;
        this.cards = cards;
        this.catalog = catalog;
        this.findings = findings;
    }

    static String path(String branch) {
        return FOLDER + "/" + branch + ".yaml";
    }

    /** The cards that run otherwise, by branch and strategy id; those that may not are left out and reported. */
    Map<String, Map<String, StrategyCard>> read() {
        Map<String, Map<String, StrategyCard>> variants = new TreeMap<>();
        ReleaseCompiler.folder(files, FOLDER)
                .forEach((path, text) -> ReleaseYaml.read(path, text, new TypeReference<List<Variant>>() {}, findings)
                        .ifPresent(read -> {
                            String branch = path.substring(FOLDER.length() + 1, path.length() - ".yaml".length());
                            variants.put(branch, branch(branch, read, new FileFindings(path, text, findings)));
                        }));
        return variants;
    }

    private Map<String, StrategyCard> branch(String branch, List<Variant> variants, FileFindings file) {
        Map<String, StrategyCard> own = new TreeMap<>();
        VariantCheck check = new VariantCheck(file, catalog);
        for (int i = 0; i < variants.size(); i++) {
            Variant variant = variants.get(i);
            String at = "/" + i;
            if (file.require(variant != null, at, "an empty entry", "card, and what the branch changes")
                    && file.known(at + "/card", "card", variant.card(), cards.keySet())) {
                StrategyCard headOffice = cards.get(variant.card());
                StrategyCard card = variant.of(headOffice, branch);
                check.check(variant, headOffice, card, at);
                file.require(
                        own.put(headOffice.id(), card) == null,
                        at + "/card",
                        "card: " + headOffice.id() + ", the second time",
                        "each once");
            }
        }
        return own;
    }
}
