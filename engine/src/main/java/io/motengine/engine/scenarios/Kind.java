package io.motengine.engine.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a line says, by the member that it is told by. */
final class Kind {
    /** Every kind, in no particular order. */
    static final List<String> ALL = List.of(
            "moment",
            "action",
            "dropped",
            "deferred",
            "withheld",
            "denied",
            "cancelled",
            "tier",
            "stage",
            "stageRefused",
            "retracted",
            "merged",
            "benefit",
            "told",
            "forgotten",
            "status");

    /** Members that lines of some kind have besides. */
    static final List<String> DETAILS = List.of(
            "about",
            "at",
            "body",
            "channel",
            "code",
            "customer",
            "heldBack",
            "layer",
            "left",
            "life",
            "reason",
            "relation",
            "to",
            "toGo",
            "until");

    /** Kinds that name a strategy. */
    static final List<String> OF_STRATEGIES =
            List.of("action", "dropped", "deferred", "withheld", "denied", "cancelled");

    private Kind() {}

    /** The kind of a line or an expectation; null if it has none. */
    static String of(JsonNode line) {
        return ALL.stream().filter(line::has).findFirst().orElse(null);
    }
}
