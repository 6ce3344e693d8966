package io.motengine.engine.release;

import io.motengine.engine.rules.RuleSource;
import io.motengine.engine.rules.Stratum;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.schemas.release.ReleaseFiles;

/** The rule that a strategy card compiles to: moment and audience make a candidate. */
final class CardRule {
    private final StrategyCard card;
    private final ReleaseFiles files;

    CardRule(StrategyCard card, ReleaseFiles files) {
        this.card = card;
        this.files = files;
    }

    RuleSource source() {
        String file = CardReader.path(card.id());
        int line = Lines.of(files.files().get(file), "audience:");
        // The audience stands on line 1 of the rule, so that a finding in it names the card's own line.
        String text = "rule \"strategy " + card.id() + "\" when $customer : Customer("
                + (card.audience() == null ? "" : card.audience().strip()) + ")\n"
                + (card.waves() == null ? atMoment() : onWave());
        return new RuleSource(file, Math.max(line - 1, 0), Stratum.CANDIDATE, text);
    }

    private String atMoment() {
        return "    $moment : Moment( name == \"" + card.moment() + "\" )\n" + "then\n    conclude.candidate(\""
                + card.id() + "\", $moment);\nend\n";
    }

    private String onWave() {
        return "    $wave : Wave( strategy == \"" + card.id() + "\" )\n" + "then\n    conclude.wave(\"" + card.id()
                + "\", $wave);\nend\n";
    }
}
