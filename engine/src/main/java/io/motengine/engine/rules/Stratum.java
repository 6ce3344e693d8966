package io.motengine.engine.rules;

import java.util.Locale;

/** The order in which rules fire: what an earlier stratum concludes, later ones may build upon. */
public enum Stratum {
    SEGMENT("segments"),
    STAGE("stages"),
    MOMENT("moments"),
    CANDIDATE("candidates");

    private final String folder;

    Stratum(String folder) {
        this.folder = folder;
    }

    /** Folder of a release whose rules belong to this stratum; candidates come from strategy cards. */
    public String folder() {
        return folder;
    }

    /** Name of the agenda group. */
    String group() {
        return name().toLowerCase(Locale.ROOT);
    }
}
