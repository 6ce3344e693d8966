package io.motengine.cli.mapping;

/** A row cannot become an event. The message says where, what was found and what was expected. */
public final class RejectedRow extends Exception {
    private static final long serialVersionUID = 1L;
    private final String reason;

    /**
     * @param reason the same for all rows that fail alike, for counting
     * @param detail what was found and expected in this row
     */
    RejectedRow(Row row, String reason, String detail) {
        super(row.where() + ": " + detail, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
