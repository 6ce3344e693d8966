package io.motengine.engine.release;

import io.motengine.engine.catalog.ContentText;
import io.motengine.engine.catalog.ContentText.Text;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Checks the texts of a catalog by themselves: languages, brackets, forbidden words. */
final class ContentCheck {
    static final List<String> LANGUAGES = List.of("en", "zh");

    private static final Pattern BRACKET = Pattern.compile("[{}]");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern BESIDE_CHINESE = Pattern.compile("(?<=\\p{IsHan}) | (?=\\p{IsHan})");
    private static final Pattern LATIN = Pattern.compile("[a-z0-9]");

    private final EntryFindings findings;
    private final Collection<String> channels;
    private final List<String> forbiddenWords;

    ContentCheck(EntryFindings findings, Collection<String> channels, List<String> forbiddenWords) {
        this.findings = findings;
        this.channels = channels;
        this.forbiddenWords = forbiddenWords;
    }

    void check(ContentText content) {
        String id = content.id();
        findings.require(Bounds.kebab(id), id, "/id", "id: " + id, "kebab-case");
        findings.require(
                !content.languages().isEmpty(), id, "/languages", "languages: none", "a text in zh, en or both");
        languages(id, "/languages", content.languages());
        new TreeMap<>(content.channels()).forEach((channel, texts) -> {
            String at = "/channels/" + channel;
            findings.known(id, at, "channel", channel, channels);
            languages(id, at, texts);
            findings.require(
                    texts.keySet().equals(content.languages().keySet()),
                    id,
                    at,
                    channel + ": in " + String.join(", ", new TreeMap<>(texts).keySet()),
                    "the languages of the content: " + String.join(", ", new TreeMap<>(content.languages()).keySet()));
        });
    }

    private void languages(String id, String at, Map<String, Text> texts) {
        new TreeMap<>(texts).forEach((language, text) -> {
            String here = at + "/" + language;
            findings.known(id, here, "language", language, LANGUAGES);
            if (findings.require(
                    text != null && !Bounds.blank(text.body()), id, here + "/body", "body: none", "a text")) {
                TextParts.of(text).forEach((part, words) -> part(id, here + "/" + part, part, words));
            }
        });
    }

    private void part(String id, String at, String part, String words) {
        findings.require(
                !BRACKET.matcher(TextParts.VARIABLE.matcher(words).replaceAll(""))
                        .find(),
                id,
                at,
                part + ": a bracket that belongs to no variable",
                "{amount} or the like, and no other brackets");
        // What must not be said may stand where people are told not to say it, and where a customer is quoted.
        if (!part.equals("doNotSay")) {
            String plain = plain(words);
            for (String forbidden : forbiddenWords) {
                findings.require(
                        !has(plain, plain(forbidden)),
                        id,
                        at,
                        part + ": \"" + forbidden + "\"",
                        "no word that policy.yaml forbids",
                        FindingCode.FORBIDDEN_WORD);
            }
        }
    }

    /** Whether a word begins anywhere in a text; a Latin one not within another. */
    private static boolean has(String text, String word) {
        if (word.isEmpty()) {
            return false;
        }
        String before = LATIN.matcher(word).lookingAt() ? "(?<![a-z0-9])" : "";
        return Pattern.compile(before + Pattern.quote(word)).matcher(text).find();
    }

    /** Neither case, nor width, nor spaces within Chinese make another word. */
    private static String plain(String words) {
        String narrow = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BESIDE_CHINESE
                .matcher(SPACE.matcher(narrow).replaceAll(" ").strip())
                .replaceAll("");
    }
}
