package io.motengine.engine.walls;

import java.util.Map;
import java.util.Set;

/**
 * What each kind of generated class refers to, as {@code class.member}: found by compiling everything that the first wall lets
 * through, and nothing besides.
 */
final class GeneratedCalls {
    private static final Set<String> BOXING = Lists.of(
            "java.lang. Boolean.valueOf Byte.valueOf Character.valueOf Double.valueOf Float.valueOf Integer.valueOf",
            "java.lang. Long.valueOf Short.valueOf Boolean.booleanValue Byte.byteValue Character.charValue",
            "java.lang. Double.doubleValue Float.floatValue Integer.intValue Long.longValue Short.shortValue",
            "java.lang. Integer.longValue Integer.doubleValue Long.doubleValue");

    /** Conversions and comparisons that Drools puts around an author's expression. */
    private static final Set<String> IN_EXPRESSIONS = Lists.of(
            "org.drools.modelcompiler.dsl.pattern. D.eval",
            "org.drools.modelcompiler.util.EvaluationUtil. areNullSafeEquals areNumbersNullSafeEquals greaterOrEqual",
            "org.drools.modelcompiler.util.EvaluationUtil. greaterOrEqualNumbers greaterThan greaterThanNumbers",
            "org.drools.modelcompiler.util.EvaluationUtil. lessOrEqual lessOrEqualNumbers lessThan lessThanNumbers",
            "org.drools.modelcompiler.util.EvaluationUtil. equals notEquals toBigDecimal convertDate convertDateLocal",
            "org.drools.modelcompiler.util.EvaluationUtil. greaterOrEqualStringsAsNumbers greaterThanStringsAsNumbers",
            "org.drools.modelcompiler.util.EvaluationUtil. lessOrEqualStringsAsNumbers lessThanStringsAsNumbers",
            "org.drools.model.operators. ContainsOperator.INSTANCE ExcludesOperator.INSTANCE InOperator.INSTANCE",
            "org.drools.model.operators. MemberOfOperator.INSTANCE");

    /** Around it: the class of a lambda is an enum with one constant. */
    private static final Set<String> OF_LAMBDAS = Lists.of(
            "java.lang. Enum.<init> Enum.valueOf System.arraycopy",
            "org.drools.model.functions.PredicateInformation. <init> addRuleNames setMoreThanMaxRuleDefs");

    private static final Set<String> OF_RULES = Lists.of(
            "java.lang. Object.<init> Boolean.TYPE Double.TYPE Integer.TYPE Long.TYPE",
            "java.time.format.DateTimeFormatterBuilder. <init> appendPattern parseCaseInsensitive toFormatter",
            "java.util. ArrayList.<init> Arrays.asList Collections.emptyList List.add List.addAll Locale.ENGLISH",
            "org.drools.model.DomainClassMetadata. getPropertyIndex",
            "org.drools.model.PatternDSL$PatternDef. bind expr and or endAnd endOr",
            "org.drools.model.functions.accumulate.AccumulateFunction. as",
            "org.drools.model.impl.RuleBuilder. attribute build",
            "org.drools.model.Index$ConstraintType. EQUAL NOT_EQUAL GREATER_THAN GREATER_OR_EQUAL LESS_THAN"
                    + " LESS_OR_EQUAL",
            "org.drools.model. Rule$Attribute.RULEFLOW_GROUP RulesSupplier.getRules",
            "org.drools.modelcompiler.dsl.pattern.D. accFunction accumulate alphaIndexedBy and betaIndexedBy"
                    + " declarationOf",
            "org.drools.modelcompiler.dsl.pattern.D. exists forall globalOf not on or pattern reactOn rule valueOf",
            "org.drools.util.DateUtils. getDateFormatMask");

    private static final Set<String> OF_METADATA =
            Lists.of("java.lang. Object.<init> RuntimeException.<init> String.equals String.hashCode");

    private static final Set<String> OF_THE_PROJECT = Lists.of(
            "java.lang. Object.<init> IllegalArgumentException.<init> String.equals String.hashCode",
            "java.util. Arrays.asList",
            "org.kie.api.KieServices. get newKieModuleModel",
            "org.kie.api.builder.model.KieBaseModel. addPackage newKieSessionModel setDefault setEventProcessingMode",
            "org.kie.api.builder.model.KieBaseModel. setMutability",
            "org.kie.api.builder.model. KieModuleModel.newKieBaseModel",
            "org.kie.api.builder.model.KieSessionModel. setClockType setDefault setType",
            "org.kie.api.builder.model.KieSessionModel$KieSessionType. STATEFUL STATELESS",
            "org.kie.api.conf. EventProcessingOption.CLOUD KieBaseMutabilityOption.ALLOWED",
            "org.kie.api.runtime.conf. ClockTypeOption.get",
            "org.kie.util.maven.support. ReleaseIdImpl.<init>");

    private static final Set<String> OF_FACTS = Lists.of(
            "java.lang. Object.<init> Boolean.equals Boolean.TRUE Math.floorDiv Boolean.booleanValue"
                    + " Double.doubleValue",
            "java.lang. Integer.intValue Long.longValue",
            "java.util.function. IntFunction.apply");

    private static final Map<Kind, Set<String>> FRAMES = Map.of(
            Kind.LAMBDA, OF_LAMBDAS,
            Kind.RULES, OF_RULES,
            Kind.METADATA, OF_METADATA,
            Kind.PROJECT, OF_THE_PROJECT,
            Kind.FACT, OF_FACTS);

    private GeneratedCalls() {}

    /** What a class is generated for. */
    enum Kind {
        /** One expression or consequence of an author. */
        LAMBDA,
        /** The rules of a stratum, built from lambdas. */
        RULES,
        /** Properties of facts. */
        METADATA,
        /** The list of all rules; never loaded. */
        PROJECT,
        /** A fact that the release declares. */
        FACT
    }

    /** Whether a class of the kind may refer to a member outside of what authors write. */
    static boolean allows(Kind kind, String member) {
        return FRAMES.get(kind).contains(member)
                || (kind == Kind.RULES && (BOXING.contains(member) || isAccumulator(member) || isConsequence(member)));
    }

    /** Whether code that an author has written may refer to a member that is no member of a fact or value. */
    static boolean allowsInExpression(String member) {
        return BOXING.contains(member) || IN_EXPRESSIONS.contains(member);
    }

    private static boolean isAccumulator(String member) {
        return member.startsWith("org.drools.core.base.accumulators.")
                && member.endsWith("AccumulateFunction.<init>")
                && !member.contains("Collect");
    }

    private static boolean isConsequence(String member) {
        return member.startsWith("org.drools.model.consequences.ConsequenceBuilder$_") && member.endsWith(".execute");
    }
}
