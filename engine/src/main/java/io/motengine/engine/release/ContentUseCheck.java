package io.motengine.engine.release;

import io.motengine.engine.catalog.Catalog;
import io.motengine.engine.catalog.Channel;
import io.motengine.engine.catalog.ContentText;
import io.motengine.engine.catalog.ContentText.Text;
import io.motengine.engine.release.MomentsRaised.Source;
import io.motengine.engine.strategies.StrategyCard;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Checks texts where cards use them: variables that every moment must supply, lengths that channels take, words for a person. */
final class ContentUseCheck {
    private final EntryFindings findings;
    private final Catalog catalog;
    private final MomentsRaised moments;
    private final Set<List<String>> reported = new HashSet<>();

    ContentUseCheck(EntryFindings findings, Catalog catalog, MomentsRaised moments) {
        this.findings = findings;
        this.catalog = catalog;
        this.moments = moments;
    }

    /** A card, or a branch's variant of one. */
    void check(StrategyCard card) {
        ContentText content = catalog.content().get(card.content());
        for (String id : card.channels()) {
            Map<String, Text> own = content.channels().get(id);
            String at = own == null ? "/languages/" : "/channels/" + id + "/";
            new TreeMap<>(own == null ? content.languages() : own)
                    .forEach((language, text) -> text(card, catalog.channels().get(id), text, at + language));
        }
    }

    private void text(StrategyCard card, Channel channel, Text text, String at) {
        TextParts.of(text).forEach((part, words) -> {
            for (String variable : TextParts.variables(words)) {
                for (Source source : moments.of(card)) {
                    variable(card, variable, source, at + "/" + part);
                }
            }
        });
        int length = TextParts.longest(text.body());
        require(
                channel.maxCharacters() == 0 || length <= channel.maxCharacters(),
                card,
                at + "/body",
                "body: " + length + " characters, a variable counted as " + TextParts.VARIABLE_CHARACTERS,
                "at most " + channel.maxCharacters() + ", for " + card.id() + " sends it by " + channel.id());
        require(
                !channel.person() || !Bounds.blank(text.script()),
                card,
                at,
                "script: none",
                "what a person says, for " + card.id() + " uses " + channel.id());
    }

    private void variable(StrategyCard card, String variable, Source source, String at) {
        require(
                source.variables().contains(variable),
                card,
                at,
                "{" + variable + "}, which " + card.momentName() + " does not supply (" + source.where() + ")",
                source.variables().isEmpty()
                        ? "no variables for " + card.id()
                        : Spelling.choices(
                                variable, source.variables().stream().sorted().toList()));
    }

    /** The same text in the same place is told once, however many cards use it. */
    private void require(boolean holds, StrategyCard card, String at, String found, String expected) {
        if (!holds && reported.add(List.of(card.content(), at, found))) {
            findings.require(false, card.content(), at, found, expected, FindingCode.CONTENT_USE);
        }
    }
}
