package io.motengine.engine.walls;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;

/**
 * The third wall: the only classes that generated code, and the compiler of it, can see, whatever the code says. Its only resources are
 * the class files of these, and Drools' own settings.
 *
 * <p>Drools itself is loaded by the engine's loader and sees everything; what stands here is what the code that it generates names.
 */
public final class VisibleClasses extends ClassLoader {
    private static final Set<String> CLASSES = Lists.of(
            "io.motengine.engine.rules. Conclusions",
            "io.motengine.schemas.money. Money",
            "java.lang. ArithmeticException Boolean Byte CharSequence Character Class Cloneable Comparable Double Enum",
            "java.lang. Enum$EnumDesc Error Exception Float IllegalArgumentException Integer Iterable Long Math Number",
            "java.lang. Object Override Record RuntimeException Short String Throwable Void",
            "java.lang.constant. Constable ConstantDesc DynamicConstantDesc",
            "java.lang.invoke. CallSite LambdaMetafactory MethodHandle MethodHandles$Lookup MethodType",
            "java.lang.invoke. StringConcatFactory TypeDescriptor TypeDescriptor$OfField",
            "java.lang.reflect. AnnotatedElement GenericDeclaration Type",
            "java.math. BigDecimal",
            "java.time. DayOfWeek LocalDate",
            "java.time.chrono. ChronoLocalDate",
            "java.time.format. DateTimeFormatter DateTimeFormatterBuilder",
            "java.time.temporal. Temporal TemporalAccessor TemporalAdjuster TemporalAmount TemporalUnit",
            "java.util. AbstractCollection AbstractList ArrayList Arrays Collection Collections Comparator Iterator",
            "java.util. List ListIterator Locale Map Optional RandomAccess Set Spliterator",
            "java.util.function. Consumer IntFunction Predicate Supplier UnaryOperator",
            "org.drools.compiler.kie.builder. MaterializedLambda",
            "org.drools.modelcompiler.dsl.pattern. D",
            "org.drools.modelcompiler.util. EvaluationUtil",
            "org.drools.util. DateUtils");

    /** Without the packages in them. {@code org.drools.model} must not show the compiler, which is in {@code …model.codegen}. */
    private static final Set<String> PACKAGES = Set.of(
            "io.motengine.engine.facts",
            "io.motengine.schemas.event",
            "org.drools.core.base.accumulators",
            "org.drools.model",
            "org.drools.model.consequences",
            "org.drools.model.functions",
            "org.drools.model.functions.accumulate",
            "org.drools.model.functions.temporal",
            "org.drools.model.impl",
            "org.drools.model.operators",
            "org.drools.model.view");

    /** Seen by the compiler alone, in a class that nobody loads; what refers to them does not run. */
    private static final Set<String> COMPILED_ONLY = Lists.of(
            "java.io. Externalizable IOException ObjectInputStream ObjectOutputStream ObjectStreamException",
            "java.io. Serializable",
            "java.lang. ClassNotFoundException CloneNotSupportedException",
            "java.lang.invoke. MethodHandles",
            "org.drools.modelcompiler. CanonicalKieModuleModel",
            "org.kie.api. KieServices",
            "org.kie.api.builder. ReleaseId",
            "org.kie.api.builder.model. KieBaseModel KieModuleModel KieSessionModel KieSessionModel$KieSessionType",
            "org.kie.api.conf. EventProcessingOption KieBaseMutabilityOption Option SingleValueOption",
            "org.kie.api.internal.utils. KieService",
            "org.kie.api.runtime.conf. ClockTypeOption KieSessionOption SingleValueKieSessionOption",
            "org.kie.util.maven.support. ReleaseIdImpl");

    /** Drools asks the loader of a build for its Java compiler. */
    private static final String COMPILER = "org.drools.ecj.EclipseJavaCompiler";

    /** Names the standard functions of accumulate. */
    private static final String SETTINGS = "META-INF/kie.default.properties.conf";

    private static final String CLASS_FILE = ".class";

    private final ClassLoader engine;

    /** Shows a part of what the engine's loader has. */
    public VisibleClasses(ClassLoader engine) {
        super("rules", null);
        this.engine = engine;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isVisible(name) && !name.equals(COMPILER)) {
            throw new ClassNotFoundException(name + " (not visible to rules)");
        }
        return engine.loadClass(name);
    }

    private static boolean isVisible(String name) {
        return CLASSES.contains(name) || PACKAGES.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
    }

    @Override
    public URL getResource(String name) {
        return isVisibleFile(name) ? engine.getResource(name) : null;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return isVisibleFile(name) ? engine.getResources(name) : Collections.emptyEnumeration();
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        return isVisibleFile(name) ? engine.getResourceAsStream(name) : null;
    }

    private static boolean isVisibleFile(String name) {
        if (!name.endsWith(CLASS_FILE)) {
            return name.equals(SETTINGS);
        }
        String type = name.substring(0, name.length() - CLASS_FILE.length()).replace('/', '.');
        return isVisible(type) || COMPILED_ONLY.contains(type);
    }
}
