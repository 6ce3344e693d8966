package io.motengine.engine.rules;

import io.motengine.engine.release.FindingCode;
import io.motengine.engine.release.ReleaseException;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.schemas.hash.Sha256;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds everything that is wrong with rules without making anything of them, and compiles only texts that no proof vouches for.
 *
 * <p>That is sound because a text's verdict depends on nothing but itself, its stratum and the generated classes that it names:
 * texts declare nothing that another could see. Names, which must differ over all texts, are looked at each time.
 */
public final class RuleProver {
    /** What is refused on the syntax tree hides what the compiler refuses; after both, the rest must compile. */
    private static final int MOST_ROUNDS = 4;

    /** Fewer than this do not make up for a second run of the compiler beside the first. */
    private static final int WORTH_A_PART = 24;

    private static final int MAX_FIRINGS = 1;
    private static final Pattern CARD = Pattern.compile("^rule \"strategy [a-z0-9-]+\"");
    private static final Pattern NAMED =
            Pattern.compile("(?m)^(    \\$(?:moment : Moment\\( name|wave : Wave\\( strategy) == \"|   "
                    + " conclude\\.(?:candidate|wave)\\(\")[a-z0-9-]+");

    private final String releaseId;
    private final FactClasses facts;
    private final String featuresSource;
    private final Proofs proofs;
    private final List<Getter> getters;

    /** A getter of a generated class, and the spellings of its property. */
    private record Getter(String name, String property, String small) {
        static Getter of(String name) {
            String property = name.replaceFirst("^(get|is)", "");
            return new Getter(name, property, FactFields.small(property));
        }

        boolean isNamedIn(String text) {
            return text.contains(small) || text.contains(property) || text.contains(name);
        }
    }

    /**
     * For one release.
     *
     * @param facts classes of the event types that the release declares
     * @param featuresSource Java source of the class {@code Features}
     */
    public RuleProver(String releaseId, FactClasses facts, String featuresSource, Proofs proofs) {
        this.releaseId = releaseId;
        this.facts = facts;
        this.featuresSource = featuresSource;
        this.proofs = proofs;
        this.getters = new GeneratedFacts(facts, featuresSource)
                .getters().values().stream()
                        .flatMap(Set::stream)
                        .map(Getter::of)
                        .toList();
    }

    /**
     * Adds what is wrong to the findings.
     *
     * @param executor runs parts of the work, {@code parts} of them at the same time
     */
    public void prove(List<RuleSource> sources, Executor executor, int parts, List<Finding> findings) {
        names(sources, findings);
        Map<String, List<RuleSource>> open = new LinkedHashMap<>();
        for (RuleSource source : sources) {
            String proof = proof(source);
            if (proofs.has(proof)) {
                proofs.add(proof);
            } else {
                open.computeIfAbsent(proof, none -> new ArrayList<>()).add(source);
            }
        }
        List<RuleSource> alike = open.values().stream().map(same -> same.get(0)).toList();
        Set<RuleSource> wrong = rounds(alike, executor, parts, findings);
        // What is the same but for its card's name is wrong in the same way, and has its own place.
        List<RuleSource> others = open.values().stream()
                .filter(same -> wrong.contains(same.get(0)))
                .flatMap(same -> same.stream().skip(1))
                .toList();
        rounds(others, executor, parts, findings);
    }

    /** Loads what compiling needs: it takes a second, in which the files can be read beside it. */
    public static void warmUp() {
        RuleSource rule = new RuleSource(
                "warm-up.drl",
                0,
                Stratum.MOMENT,
                "rule \"nobody is nobody\" when $c : Customer( kind == \"nobody\" ) then conclude.moment(\"none\");"
                        + " end");
        new RuleProver("warm-up", FactClasses.NONE, "package mot.facts;\npublic class Features {}\n", Proofs.NONE)
                .prove(List.of(rule), Runnable::run, 1, new ArrayList<>());
    }

    /** 1-based line of a rule in its file. */
    static int lineOf(String name, RuleSource source) {
        List<String> lines = source.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("rule \"" + name + "\"")) {
                return source.line() + i + 1;
            }
        }
        return source.line() + 1;
    }

    private static void names(List<RuleSource> sources, List<Finding> findings) {
        Map<String, RuleSource> seen = new TreeMap<>();
        for (RuleSource source : sources) {
            if (source.stratum() == Stratum.CANDIDATE) {
                continue;
            }
            DrlReader reader = new DrlReader(source, null, new ArrayList<>());
            reader.read();
            for (String name : reader.names().keySet()) {
                RuleSource other = seen.putIfAbsent(name, source);
                if (other != null) {
                    findings.add(new Finding(
                            source.file(),
                            lineOf(name, source),
                            0,
                            "rule \"" + name + "\": found in " + other.file() + " too (expected: a name of its own)",
                            FindingCode.DUPLICATE_RULE));
                }
            }
        }
    }

    /** The sources that something is wrong with. */
    private Set<RuleSource> rounds(List<RuleSource> sources, Executor executor, int parts, List<Finding> findings) {
        List<RuleSource> left = sources;
        Set<String> wrongFiles = new TreeSet<>();
        for (int round = 0; round < MOST_ROUNDS && !left.isEmpty(); round++) {
            List<Finding> found = compile(left, executor, parts);
            if (found.isEmpty()) {
                left.forEach(source -> proofs.add(proof(source)));
                break;
            }
            findings.addAll(found);
            Set<String> files = found.stream().map(Finding::file).collect(Collectors.toCollection(TreeSet::new));
            wrongFiles.addAll(files);
            List<RuleSource> rest = left.stream()
                    .filter(source -> !files.contains(source.file()))
                    .toList();
            if (rest.size() == left.size()) {
                break;
            }
            left = rest;
        }
        return sources.stream()
                .filter(source -> wrongFiles.contains(source.file()))
                .collect(Collectors.toSet());
    }

    private List<Finding> compile(List<RuleSource> sources, Executor executor, int most) {
        int parts = Math.max(1, Math.min(most, sources.size() / WORTH_A_PART));
        List<CompletableFuture<List<Finding>>> running = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            List<RuleSource> some = new ArrayList<>();
            for (int i = part; i < sources.size(); i += parts) {
                some.add(sources.get(i));
            }
            running.add(CompletableFuture.supplyAsync(() -> compile(some), executor));
        }
        return running.stream().flatMap(part -> part.join().stream()).toList();
    }

    private List<Finding> compile(List<RuleSource> sources) {
        try {
            new RuleCompiler(releaseId, facts, new ArrayList<>())
                    .compile(sources, featuresSource, List.of(), List.of(), MAX_FIRINGS);
            return List.of();
        } catch (ReleaseException e) {
            return e.findings();
        }
    }

    /** A card's rule without the names of the card and its moment: they stand in quotes, and have no more than letters in them. */
    private static String nameless(String text) {
        return NAMED.matcher(CARD.matcher(text).replaceFirst("rule \"strategy\""))
                .replaceAll("$1");
    }

    /** Hash of all that the verdict on a text depends on. */
    private String proof(RuleSource source) {
        StringBuilder on = new StringBuilder(source.stratum().name()).append('\0');
        String text = source.stratum() == Stratum.CANDIDATE ? nameless(source.text()) : source.text();
        on.append(text).append('\0');
        // An escape may spell any name.
        boolean escapedText = text.contains("\\u");
        if (escapedText || text.contains("Features")) {
            on.append(featuresSource).append('\0');
        }
        for (Map.Entry<String, String> declared : new TreeMap<>(facts.sources()).entrySet()) {
            String name = declared.getKey();
            if (escapedText || text.contains(name.substring(name.lastIndexOf('.') + 1))) {
                on.append(declared.getValue()).append('\0');
            }
        }
        // The wall on the syntax tree knows names of members, whoever's they are.
        for (Getter getter : getters) {
            if (escapedText || getter.isNamedIn(text)) {
                on.append(getter.name()).append('\0');
            }
        }
        return Sha256.hex(on.toString());
    }
}
