package io.motengine.engine.rules;

/** Where in a release an expression is tried; each text has it on the line given. */
enum HostilePlace {
    CONSTRAINT("moments/hostile.drl", Stratum.MOMENT, 3, """
            rule "hostile"
            when
                $customer : Customer( %s )
            then
                conclude.moment("hostile");
            end
            """),
    BINDING("moments/hostile.drl", Stratum.MOMENT, 3, """
            rule "hostile"
            when
                $customer : Customer( $x : %s )
            then
                conclude.moment("hostile");
            end
            """),
    ACCUMULATE("moments/hostile.drl", Stratum.MOMENT, 3, """
            rule "hostile"
            when
                accumulate( $customer : Customer( %s ); $n : count($customer); $n > 0 )
            then
                conclude.moment("hostile");
            end
            """),
    FUNCTION("moments/hostile.drl", Stratum.MOMENT, 3, """
            rule "hostile"
            when
                accumulate( $customer : Customer( $id : id ); $n : max(%s) )
            then
                conclude.moment("hostile");
            end
            """),
    CONSEQUENCE("moments/hostile.drl", Stratum.MOMENT, 4, """
            rule "hostile"
            when
                $customer : Customer( $id : id, $labels : labels )
            then
                conclude.moment("hostile").with("x", %s);
            end
            """),
    AUDIENCE("strategies/hostile.yaml", Stratum.CANDIDATE, 5, """
            rule "strategy hostile" when $customer : Customer(%s)
                $moment : Moment( name == "inflow" )
            then
                conclude.candidate("hostile", $moment);
            end
            """);

    private final String file;
    private final Stratum stratum;
    private final int line;
    private final String text;

    HostilePlace(String file, Stratum stratum, int line, String text) {
        this.file = file;
        this.stratum = stratum;
        this.line = line;
        this.text = text;
    }

    /** Outside of a pattern a member of the fact is a variable. */
    private String adapted(String expression) {
        return this == FUNCTION || this == CONSEQUENCE
                ? expression
                        .replaceAll("(?<![\\w.\"$#])(id|labels)\\b(?!\\w*\\()", "\\$$1")
                        .replaceAll("(?<![\\w.\"$])this\\b", "\\$customer")
                        .replaceAll("^with\\(", "\\$customer.with(")
                : expression;
    }

    /** As the rule compiler gets it. */
    RuleSource source(String expression) {
        return new RuleSource(file, stratum == Stratum.CANDIDATE ? line - 1 : 0, stratum, text(expression));
    }

    String text(String expression) {
        return text.formatted(adapted(expression));
    }

    String file() {
        return file;
    }

    /** A then that is no Java at all is refused with its rule. */
    boolean isAt(int found) {
        return found == line || this == CONSEQUENCE && found == 1;
    }
}
