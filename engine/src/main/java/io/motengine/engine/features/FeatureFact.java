package io.motengine.engine.features;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The class of the fact that rules read: a getter for each feature, {@code …Complete} beside it, and {@code …Hours} and {@code
 * …Days} beside a time since. A getter asks for its value when a rule reads it, so that what no rule reads costs nothing.
 */
final class FeatureFact {
    /** Name of the class. */
    private static final String NAME = "Features";

    private final MethodHandle constructor;

    FeatureFact(Class<?> type) {
        try {
            constructor = MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, IntFunction.class))
                    .asType(MethodType.methodType(Object.class, IntFunction.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is not what was generated: " + e, e);
        }
    }

    /** Values by the feature's number; whether it is complete by its number plus that of all features. */
    Object fact(IntFunction<Object> values) {
        try {
            return constructor.invokeExact(values);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot make the Features fact: " + e, e);
        }
    }

    static String source(String packageName, List<Feature> features) {
        StringBuilder java = new StringBuilder("package ")
                .append(packageName)
                .append(";\npublic final class ")
                .append(NAME)
                .append(" {\n    private final java.util.function.IntFunction<Object> values;\n    public ")
                .append(NAME)
                .append("(java.util.function.IntFunction<Object> values) { this.values = values; }\n");
        for (int i = 0; i < features.size(); i++) {
            Feature feature = features.get(i);
            String capital = capital(feature.spec().id());
            getter(
                    java,
                    feature.kind().type(),
                    "get" + capital,
                    "(" + feature.kind().boxed() + ") values.apply(" + i + ")");
            getter(
                    java,
                    "boolean",
                    "is" + capital + "Complete",
                    "(Boolean) values.apply(" + (i + features.size()) + ")");
            if (feature.spec().aggregate() == Aggregate.TIME_SINCE_LAST) {
                String minutes = "get" + capital + "()";
                getter(java, "long", "get" + capital + "Hours", "Math.floorDiv(" + minutes + ", 60L)");
                getter(java, "long", "get" + capital + "Days", "Math.floorDiv(" + minutes + ", 1440L)");
            }
        }
        return java.append("}\n").toString();
    }

    private static void getter(StringBuilder java, String type, String name, String value) {
        java.append("    public ")
                .append(type)
                .append(' ')
                .append(name)
                .append("() { return ")
                .append(value)
                .append("; }\n");
    }

    private static String capital(String id) {
        return Character.toUpperCase(id.charAt(0)) + id.substring(1);
    }
}
