package io.motengine.cli.screen;

/**
 * Where the command prints to.
 *
 * @param interactive whether lines can be rewritten in place
 * @param columns as wide as it is
 */
public record Terminal(boolean interactive, int columns) {
    private static final String PROPERTY = "mot.columns";
    private static final int USUAL = 100;
    private static final int NARROWEST = 60;

    /** As the {@code mot} script found it: it sets the property when standard output is a terminal. */
    public static Terminal current() {
        String columns = System.getProperty(PROPERTY, "");
        if (!columns.matches("\\d{1,4}")) {
            return new Terminal(false, USUAL);
        }
        return new Terminal(true, Math.max(NARROWEST, Integer.parseInt(columns)));
    }
}
