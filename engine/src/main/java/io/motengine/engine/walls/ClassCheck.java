package io.motengine.engine.walls;

import io.motengine.engine.walls.GeneratedCalls.Kind;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Looks through one generated class. */
final class ClassCheck extends ClassVisitor {
    private static final Set<String> SUPERCLASSES = Set.of("java/lang/Object", "java/lang/Enum");
    private static final Set<String> INTERFACES = Set.of(
            "org/drools/model/DomainClassMetadata",
            "org/drools/model/Model",
            "org/drools/model/RulesSupplier",
            "org/drools/modelcompiler/CanonicalKieModuleModel");
    private static final Set<String> OF_LAMBDAS = Set.of(
            "<clinit>",
            "<init>",
            "apply",
            "execute",
            "getExpressionHash",
            "predicateInformation",
            "test",
            "valueOf",
            "values");
    private static final Set<String> CONSTANTS = Set.of("ENUM$VALUES", "EXPRESSION_HASH", "INSTANCE");
    private static final int REFUSED = Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED;

    private final GeneratedClass type;
    private final Map<String, GeneratedClass> build;
    private final AllowedMembers members;
    private final ClassWall wall;

    ClassCheck(GeneratedClass type, Map<String, GeneratedClass> build, AllowedMembers members, ClassWall wall) {
        super(Opcodes.ASM9);
        this.type = type;
        this.build = build;
        this.members = members;
        this.wall = wall;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        require(SUPERCLASSES.contains(superName), "the superclass " + dotted(superName));
        for (String one : interfaces) {
            boolean expected = INTERFACES.contains(one) || one.startsWith("org/drools/model/functions/");
            require(expected, "the interface " + dotted(one));
        }
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        require(type.kind() != Kind.LAMBDA || CONSTANTS.contains(name), "a field " + name);
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        require((access & REFUSED) == 0, "a method " + name + " that is native or synchronized");
        require(!name.equals("finalize"), "a method finalize");
        require(type.kind() != Kind.LAMBDA || OF_LAMBDAS.contains(name), "a method " + name);
        boolean bridge = (access & Opcodes.ACC_BRIDGE) != 0;
        Set<String> extras = ClassWall.isFrame(type, name, bridge) || !type.isConsequence() ? Set.of() : conclusions();
        MethodCheck.Place place =
                new MethodCheck.Place(type, name, descriptor, ClassWall.isFrame(type, name, bridge), extras);
        return new MethodCheck(place, build, members, wall);
    }

    private Set<String> conclusions() {
        return "candidates".equals(type.stratum())
                ? Lists.of("io.motengine.engine.rules.Conclusions. candidate wave")
                : Lists.of(
                        "io.motengine.engine.rules.Conclusions. moment segment stage tell tier",
                        "io.motengine.engine.facts.Moment. about with");
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            wall.report(type.name(), what);
        }
    }

    static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }
}
