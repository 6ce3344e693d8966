package io.motengine.engine.events;

import io.motengine.schemas.codec.DeclaredBody;
import io.motengine.schemas.codec.DeclaredBody.Field;
import io.motengine.schemas.codec.DeclaredBody.Kind;
import java.util.List;

/**
 * An event type that a release declares in {@code events/*.drl}.
 *
 * @param name of the fact, such as {@code CardBlocked}
 * @param type of the events, such as {@code bank.card.blocked.v1}
 */
record DeclaredEvent(String name, String type, List<Field> fields) {
    static final String PACKAGE = "mot.facts";

    DeclaredEvent {
        fields = List.copyOf(fields);
    }

    String className() {
        return PACKAGE + "." + name;
    }

    DeclaredBody body() {
        return new DeclaredBody(fields);
    }

    /**
     * Source of the class whose instances are the facts. Made of values in the order of the fields; a number, text, amount or
     * day that was not sent is null, a flag that was not sent is false, so that a rule can ask for it by its bare name.
     */
    String source() {
        StringBuilder java = new StringBuilder("package " + PACKAGE + ";\n"
                + "import io.motengine.schemas.money.Money;\n"
                + "import java.time.LocalDate;\n"
                + "public final class " + name + " {\n");
        StringBuilder constructor = new StringBuilder("    public " + name + "(Object[] values) {\n");
        StringBuilder getters = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i).name();
            Kind kind = fields.get(i).kind();
            String javaType = javaType(kind);
            java.append("    private final " + javaType + " " + field + ";\n");
            constructor.append("        this." + field + " = "
                    + (kind == Kind.FLAG
                            ? "Boolean.TRUE.equals(values[" + i + "])"
                            : "(" + javaType + ") values[" + i + "]")
                    + ";\n");
            getters.append("    public " + javaType + (kind == Kind.FLAG ? " is" : " get")
                    + Character.toUpperCase(field.charAt(0)) + field.substring(1) + "() { return " + field + "; }\n");
        }
        return java.append(constructor)
                .append("    }\n")
                .append(getters)
                .append("}\n")
                .toString();
    }

    private static String javaType(Kind kind) {
        return switch (kind) {
            case TEXT -> "String";
            case NUMBER -> "Long";
            case INTEGER -> "Integer";
            case FLAG -> "boolean";
            case MONEY -> "Money";
            case DATE -> "LocalDate";
        };
    }
}
