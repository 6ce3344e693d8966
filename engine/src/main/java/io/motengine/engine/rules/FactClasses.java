package io.motengine.engine.rules;

import io.motengine.engine.walls.VisibleClasses;
import java.util.Map;

/**
 * Classes of facts that a release declares. Rules are compiled together with the sources, since the compiler of the rules reads
 * no class files out of memory, but run on the classes of the loader, which comes first.
 *
 * @param sources by class name
 * @param loader has the classes, and those of the engine that rules may see
 */
public record FactClasses(Map<String, String> sources, ClassLoader loader) {
    /** Nothing is declared. */
    public static final FactClasses NONE = new FactClasses(Map.of(), new VisibleClasses(FactClasses.class.getClassLoader()));

    public FactClasses {
        sources = Map.copyOf(sources);
    }

    /** Where the source of a class stands in a build. */
    static String path(String className) {
        return "src/main/java/" + className.replace('.', '/') + ".java";
    }
}
