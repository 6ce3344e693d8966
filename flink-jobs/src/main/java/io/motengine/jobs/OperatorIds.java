package io.motengine.jobs;

/** Uids of the decision job's operators. State is found by them: one that is released never changes. */
final class OperatorIds {
    static final String TRANSACTIONS = "transactions";
    static final String CLICKS = "clicks";
    static final String CONTEXT = "context";
    static final String INTERNAL = "internal";
    static final String TRIAGE_TRANSACTIONS = "triage-transactions";
    static final String TRIAGE_CLICKS = "triage-clicks";
    static final String TRIAGE_CONTEXT = "triage-context";
    static final String TRIAGE_INTERNAL = "triage-internal";
    static final String DECIDE = "decide";
    static final String OUTPUTS = "outputs";
    static final String TOLD = "told";
    static final String ALLOCATE = "allocate";
    static final String ALLOCATED = "allocated";

    private OperatorIds() {}
}
