package io.motengine.engine.rules;

import java.util.ArrayList;
import java.util.List;

/** Rule files that try to be more than rules; each names the line on which it is to be refused. */
final class HostileTexts {
    /** @param found words of the message that refuses it */
    record Text(String idea, int line, String found, String drl) {
        RuleSource source() {
            return new RuleSource("moments/hostile.drl", 0, Stratum.MOMENT, drl);
        }

        @Override
        public String toString() {
            return idea;
        }
    }

    private static final String RULE = """
            rule "hostile"
            when
                $customer : Customer( $id : id )
            then
                conclude.moment("hostile");
            end
            """;

    private final List<Text> texts = new ArrayList<>();

    private HostileTexts() {
        around();
        attributes();
        conditions();
        consequences();
        smuggled();
        bombs();
    }

    static List<Text> all() {
        return new HostileTexts().texts;
    }

    private void add(String idea, int line, String found, String drl) {
        texts.add(new Text(idea, line, found, drl));
    }

    private void around() {
        add("function", 1, "function", "function boolean evil() { System.exit(1); return true; }\n" + RULE);
        add("import", 1, "import", "import java.lang.Runtime;\n" + RULE);
        add("static import", 1, "import", "import static java.lang.Runtime.getRuntime;\n" + RULE);
        add("function import", 1, "import", "import function java.lang.Runtime.getRuntime;\n" + RULE);
        add("accumulate import", 1, "import", "import accumulate java.util.ArrayList evil;\n" + RULE);
        add("global", 1, "global", "global java.lang.Runtime evil;\n" + RULE);
        add("package", 1, "package", "package java.lang;\n" + RULE);
        add("declare", 1, "declare", "declare Evil\n    at : long = System.nanoTime()\nend\n" + RULE);
        add("declare extends", 1, "declare", "declare Evil extends java.lang.Thread\nend\n" + RULE);
        add("declare enum", 1, "declare", "declare enum Evil A(Runtime.getRuntime()); r : Runtime end\n" + RULE);
        add("declare window", 1, "declare", "declare window Evil Customer() over window:length(1) end\n" + RULE);
        add("query", 1, "a query", "query evil(String x)\n    Customer( id == x )\nend\n" + RULE);
        add("attribute of the file", 1, "attribute", "dialect \"mvel\"\n" + RULE);
        add("a second name for the language", 1, "attribute", "no-loop true\n" + RULE);
    }

    private void attributes() {
        for (String attribute : List.of(
                "salience 10",
                "salience ( Runtime.getRuntime().availableProcessors() )",
                "no-loop true",
                "enabled ( Runtime.getRuntime() != null )",
                "dialect \"mvel\"",
                "dialect \"java\"",
                "timer ( int: 0 1 )",
                "timer ( cron: 0/1 * * * * ? )",
                "duration 1000",
                "calendars \"evil\"",
                "date-effective \"01-Jan-2020\"",
                "auto-focus true",
                "agenda-group \"other\"",
                "ruleflow-group \"other\"",
                "activation-group \"other\"",
                "lock-on-active true")) {
            add("attribute " + attribute, 1, "attribute ", RULE.replace("when", attribute + "\nwhen"));
        }
        add("annotation", 1, "@Evil", RULE.replace("when", "@Evil( java.lang.Runtime )\nwhen"));
        add("qualified annotation", 1, "@", RULE.replace("when", "@java.lang.Deprecated\nwhen"));
        add("extends", 7, "extends", RULE + RULE.replace("\"hostile\"\nwhen", "\"other\" extends \"hostile\"\nwhen"));
    }

    private void conditions() {
        add("eval", 4, "eval", with("eval( true )"));
        add("from", 4, "from", with("$x : String() from $customer.labels()"));
        add("from a class", 4, "from", with("$x : Object() from java.lang.Runtime.getRuntime()"));
        add("from a list", 4, "from", with("$x : String() from [\"a\"]"));
        add("collect", 4, "collect", with("java.util.List( size > 1 ) from collect( Holding() )"));
        add("entry point", 4, "EntryPoint", with("Holding() from entry-point \"other\""));
        add("window", 4, "over window", with("Holding() over window:length( 2 )"));
        add("position", 4, "position", with("Holding( \"x\"; )"));
        add("unification", 4, ":=", with("$x := Holding()"));
        add("a second expression", 4, "by position", with("Customer( age == 1; evil() )"));
        add("words that the parser stops at", 4, "cannot be read", with("Customer( $customer.with(1) == null )"));
        add("a path", 4, "not allowed", with("Customer( $x : /labels[ length > 1 ] )"));
        add("a type of Java's", 4, "not a fact", with("java.lang.Thread( alive )"));
        add("any object", 4, "not a fact", with("Object()"));
        add("the engine's conclusions", 4, "not a fact", with("io.motengine.engine.rules.Conclusions()"));
        add("accumulate by hand", 4, "init, action or result", with(
                "Number() from accumulate( Holding(), init( int n = 0; ), action( while (true) { n++; } ), result( n ) )"));
        add("accumulate by a function of Java's", 4, "accumulate function", with(
                "accumulate( $h : Holding(); $n : collectList($h) )"));
        add("group by", 4, "GroupBy", with("groupby( $h : Holding(); $k : $h.family(); $n : count($h) )"));
        add("if", 4, "expected", with("if ( $id == \"x\" ) do[evil]").replace("end\n", "then[evil]\n    System.exit(1);\nend\n"));
        add("a second then", 1, "a second then", RULE.replace("end\n", "then[evil]\n    System.exit(1);\nend\n"));
        add("an annotation of a pattern", 4, "annotation", with("Holding() @watch( * )"));
        add("a variable of the engine's name", 3, "not a name", RULE.replace("$id :", "kcontext :"));
    }

    private static String with(String element) {
        return RULE.replace("then\n", "    " + element + "\nthen\n");
    }

    private void consequences() {
        for (String then : List.of(
                "while (true) { }",
                "for (;;) { conclude.moment(\"x\"); }",
                "for (String x : $customer.labels()) { conclude.moment(x); }",
                "conclude.moment(\"x\"); System.exit(1);",
                "try { conclude.moment(\"x\"); } catch (Throwable e) { }",
                "throw new Error();",
                "synchronized (\"x\") { conclude.moment(\"x\"); }",
                "int x = 1; conclude.moment(\"x\");",
                "class Evil { } conclude.moment(\"x\");",
                "Runnable evil = () -> { }; evil.run();",
                "if ($id == null) { conclude.moment(\"x\"); }",
                "{ conclude.moment(\"x\"); }",
                "insert(\"x\");",
                "update($customer);",
                "delete($customer);",
                "modify($customer) { };",
                "drools.halt();",
                "kcontext.getKieRuntime().halt();",
                "drools.getKieRuntime().getKieBase();",
                "conclude.candidate(\"strategy\", null);",
                "conclude.wave(\"strategy\", null);",
                "conclude.moment(\"x\").getVariables().clear();",
                "conclude.moment(\"x\").with(\"a\", 1).getClass().getClassLoader();",
                "conclude.getClass();",
                "conclude.<String>moment(\"x\");",
                "conclude = null;",
                "conclude.moment(\"x\");;",
                "return;",
                "",
                "\"x\".repeat(1);")) {
            add("then " + then, 1, "then must be one call", RULE.replace("conclude.moment(\"hostile\");", then));
        }
    }

    private void smuggled() {
        add("a text that ends in generated code only", 3, "backslash",
                RULE.replace("$id : id", "id == \"a\\u0022 + Runtime.getRuntime() + \\u0022b\""));
        add("the same in then", 5, "backslash",
                RULE.replace("\"hostile\");", "\"a\\u0022.concat(\"\" + Runtime.getRuntime()) + \\u0022b\");"));
        add("an escape in a comment", 1, "backslash", "// \\u000a System.exit(1);\n" + RULE);
        add("an octal escape", 3, "backslash", RULE.replace("$id : id", "id == \"\\042\""));
        add("quotes within quotes", 3, "getRuntime()",
                RULE.replace("$id : id", "id == 'a\" + Runtime.getRuntime() + \"b'"));
        add("a quoted quote in when", 3, "without quotes", RULE.replace("$id : id", "id == \"a\\\" + x + \\\"b\""));
        add("a name that ends a comment", 1, "its name",
                RULE.replace("\"hostile\"\nwhen", "\"x */ static { System.setProperty(null, null); } /* \"\nwhen")
);
        add("a name that begins a method", 1, "its name",
                RULE.replace("\"hostile\"\nwhen", "\"x */ static int evil() { return evil(); } /* \"\nwhen"));
        add("a name with a loop", 1, "its name",
                RULE.replace("\"hostile\"\nwhen", "\"x */ static { while (true) { } } /* \"\nwhen"));
        add("a then that ends the method", 1, "then must be one call",
                RULE.replace("conclude.moment(\"hostile\");", "conclude.moment(\"x\"); } static { System.exit(1); } {"));
        add("letters that look the other way", 1, "not seen", "// \u202e evil\n" + RULE);
        add("a sign of no width", 3, "not seen", RULE.replace("$id : id", "i\u200bd == \"x\""));
        add("letters of another script", 3, "not a name", RULE.replace("$id : id", "\u0456d == \"x\""));
    }

    private void bombs() {
        add("brackets without end", 3, "nested", RULE.replace("$id : id", "(".repeat(5_000) + "age" + ")".repeat(5_000) + " > 1"));
        add("a chain without end", 3, "nested", RULE.replace("$id : id", "age > 1" + " + 1".repeat(3_000)));
        add("alternatives of alternatives", 3, "alternatives",
                with("( Segment( name == \"a\" ) or Segment( name == \"b\" ) )\n".repeat(6)));
        add("a join of everything", 3, "joined", with("Holding()\n".repeat(5)));
        add("a join without end", 3, "patterns", with("AppClick()\n".repeat(40)));
        add("a file without end", 1, "characters", "// x\n".repeat(60_000) + RULE);
        add("a then without end", 1, "then must be one call",
                RULE.replace("\"hostile\");", "\"hostile\")" + ".with(\"a\", 1)".repeat(500) + ";"));
    }
}
