package io.motengine.engine.events;

import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.walls.RuleWall;
import io.motengine.schemas.codec.DeclaredBody.Field;
import io.motengine.schemas.codec.DeclaredBody.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads one file of declared event types as a syntax tree and refuses everything else that DRL can say. */
final class DeclaredEventReader {
    private static final String EVENT = "event";
    private static final Map<String, Kind> KINDS = new TreeMap<>(Map.of(
            "String", Kind.TEXT,
            "long", Kind.NUMBER,
            "int", Kind.INTEGER,
            "boolean", Kind.FLAG,
            "Money", Kind.MONEY,
            "LocalDate", Kind.DATE));

    private final String file;
    private final String text;
    private final DeclaredNames names;
    private final List<Finding> findings;

    DeclaredEventReader(String file, String text, DeclaredNames names, List<Finding> findings) {
        this.file = file;
        this.text = text;
        this.names = names;
        this.findings = findings;
    }

    /** What is declared, in the order of the file; what is wrong is left out and reported. */
    List<DeclaredEvent> read() {
        PackageDescr tree = parse();
        if (tree == null) {
            return List.of();
        }
        refuse("package", !tree.getName().isEmpty());
        refuse(
                "import",
                !tree.getImports().isEmpty()
                        || !tree.getFunctionImports().isEmpty()
                        || !tree.getAccumulateImports().isEmpty());
        refuse("global", !tree.getGlobals().isEmpty());
        refuse("function", !tree.getFunctions().isEmpty());
        refuse("declare enum", !tree.getEnumDeclarations().isEmpty());
        refuse("declare window", !tree.getWindowDeclarations().isEmpty());
        refuse("declare entry-point", !tree.getEntryPointDeclarations().isEmpty());
        refuse("attribute", !tree.getAttributes().isEmpty());
        tree.getRules().forEach(rule -> report(rule, rule.getName(), "a rule", "declare … end only"));
        List<DeclaredEvent> declared = new ArrayList<>();
        tree.getTypeDeclarations().stream()
                .sorted(Comparator.comparingInt(BaseDescr::getLine))
                .forEach(type -> declared.add(read(type)));
        return declared;
    }

    private PackageDescr parse() {
        if (!RuleWall.isSound(text, (line, column, message) -> findings.add(new Finding(file, line, column, message)))) {
            return null;
        }
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr tree = parser.parse(false, text);
            for (DroolsError error : parser.getErrors()) {
                int line = error.getLines().length > 0 ? error.getLines()[0] : 0;
                String message = error.getMessage().lines().findFirst().orElse("not DRL");
                findings.add(new Finding(file, line, 0, message));
            }
            return parser.hasErrors() ? null : tree;
        } catch (Exception | StackOverflowError e) {
            findings.add(new Finding(file, 0, 0, "not DRL: " + e.getMessage()));
            return null;
        }
    }

    private DeclaredEvent read(TypeDeclarationDescr type) {
        String name = type.getTypeName();
        String wrongName = names.wrongWith(name);
        if (wrongName != null) {
            report(type, "declare " + name, "", wrongName);
        }
        if (type.isTrait() || !type.getSuperTypes().isEmpty()) {
            report(type, "declare " + name, type.isTrait() ? "a trait" : "extends", "a type of its own");
        }
        for (AnnotationDescr annotation : type.getAnnotations()) {
            if (!annotation.getName().equals(EVENT)) {
                report(
                        lineOf("@" + annotation.getName(), type.getLine()),
                        "declare " + name,
                        "@" + annotation.getName(),
                        "@event alone");
            }
        }
        AnnotationDescr event = type.getAnnotation(EVENT);
        String eventType = event == null ? null : String.valueOf(event.getSingleValueStripped());
        String wrongType = names.wrongWithType(eventType);
        if (wrongType != null) {
            int line = event == null ? type.getLine() : lineOf("@" + EVENT, type.getLine());
            report(line, "declare " + name, "@event " + eventType, wrongType);
        }
        return new DeclaredEvent(name, String.valueOf(eventType), fields(type));
    }

    private List<Field> fields(TypeDeclarationDescr type) {
        String name = type.getTypeName();
        List<Field> fields = new ArrayList<>();
        boolean money = type.getFields().values().stream().anyMatch(field -> kind(field) == Kind.MONEY);
        for (TypeFieldDescr field : type.getFields().values()) {
            String where = name + "." + field.getFieldName();
            String wrong = DeclaredNames.wrongWithField(field.getFieldName(), money);
            if (wrong != null) {
                report(field, where, "", wrong);
            } else if (field.getInitExpr() != null || !field.getAnnotations().isEmpty()) {
                report(field, where, "more than a name and a type", "such as amount : Money");
            } else if (kind(field) == null) {
                report(field, where, field.getPattern().getObjectType(), "one of " + KINDS.keySet());
            } else {
                fields.add(new Field(field.getFieldName(), kind(field)));
            }
        }
        if (type.getFields().isEmpty()) {
            report(type, "declare " + name, "no field", "one or more, such as amount : Money");
        }
        return fields;
    }

    private static Kind kind(TypeFieldDescr field) {
        return KINDS.get(field.getPattern().getObjectType());
    }

    private void refuse(String what, boolean present) {
        if (present) {
            findings.add(new Finding(
                    file,
                    lineOf(what.substring(what.lastIndexOf(' ') + 1), 1),
                    0,
                    what + ": found (expected: declare … end only)"));
        }
    }

    /** The syntax tree has no lines for annotations: the first line from there on that has the words. */
    private int lineOf(String words, int from) {
        List<String> lines = text.lines().toList();
        for (int line = Math.max(from, 1); line <= lines.size(); line++) {
            if (lines.get(line - 1).contains(words)) {
                return line;
            }
        }
        return from;
    }

    private void report(BaseDescr where, String what, String found, String expected) {
        report(where.getLine(), what, found, expected);
    }

    private void report(int line, String what, String found, String expected) {
        String message = what + (found.isEmpty() ? "" : ": " + found) + " (expected: " + expected + ")";
        findings.add(new Finding(file, Math.max(line, 0), 0, message));
    }
}
