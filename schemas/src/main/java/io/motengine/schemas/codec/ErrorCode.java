package io.motengine.schemas.codec;

/** Stable reason codes of dead letters. A code is never renamed or re-used. */
public enum ErrorCode {
    NOT_JSON("not-json"),
    INVALID_UTF8("invalid-utf8"),
    TOO_LARGE("too-large"),
    TOO_DEEP("too-deep"),
    DUPLICATE_KEY("duplicate-key"),
    MISSING_FIELD("missing-field"),
    WRONG_TYPE("wrong-type"),
    BAD_VALUE("bad-value"),
    BAD_TIME("bad-time"),
    TIME_IN_FUTURE("time-in-future"),
    UNKNOWN_CURRENCY("unknown-currency"),
    RATE_MISSING("rate-missing"),
    UNSUPPORTED_SPEC_VERSION("unsupported-spec-version"),
    KEY_MISMATCH("key-mismatch"),
    TOO_LATE("too-late"),

    /** The customer was erased: nothing about them is taken in any more. */
    ERASED("erased"),

    /** Feedback about an action that the customer's record does not know, or has not known for long. */
    UNKNOWN_ACTION("unknown-action");

    private final String code;

    ErrorCode(String code) {
        this.code = code;
    }

    /** The code as it stands on {@code mot.dead-letters} and in metrics. */
    public String code() {
        return code;
    }
}
