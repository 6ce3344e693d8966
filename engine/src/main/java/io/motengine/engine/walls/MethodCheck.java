package io.motengine.engine.walls;

import io.motengine.engine.walls.GeneratedCalls.Kind;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Looks through one method of a generated class. */
final class MethodCheck extends MethodVisitor {
    private static final String CONCATENATION = "java.lang.invoke.StringConcatFactory.makeConcatWithConstants";
    private static final String LAMBDA = "java.lang.invoke.LambdaMetafactory.metafactory";
    private static final String RULE = "org.drools.modelcompiler.dsl.pattern.D.rule";
    private static final Set<Integer> THROWING = Set.of(Opcodes.ATHROW, Opcodes.MONITORENTER, Opcodes.MONITOREXIT);

    private final Place place;
    private final Map<String, GeneratedClass> build;
    private final AllowedMembers members;
    private final ClassWall wall;
    private final Set<Label> passed = new HashSet<>();
    private final Set<String> lambdas = new HashSet<>();
    private String text;
    private String rule;
    private boolean afterSmallNumber;

    /**
     * Where in the build.
     *
     * @param frame whether no expression of an author is in it
     * @param extras what it may refer to besides
     */
    record Place(GeneratedClass type, String method, String descriptor, boolean frame, Set<String> extras) {
        private String id() {
            return type.name() + "#" + method + descriptor;
        }
    }

    MethodCheck(Place place, Map<String, GeneratedClass> build, AllowedMembers members, ClassWall wall) {
        super(Opcodes.ASM9);
        this.place = place;
        this.build = build;
        this.members = members;
        this.wall = wall;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        String type = ClassCheck.dotted(owner);
        if (build.containsKey(type)) {
            wall.called(place.id(), type + "#" + name + descriptor);
        }
        reference(type, name, false);
        if (RULE.equals(type + "." + name)) {
            rule = text;
        }
        afterSmallNumber = false;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        String type = ClassCheck.dotted(owner);
        reference(type, name, true);
        GeneratedClass generated = build.get(type);
        if (generated != null && generated.kind() == Kind.LAMBDA) {
            lambdas.add(type);
        }
        afterSmallNumber = false;
    }

    private void reference(String type, String member, boolean field) {
        GeneratedClass generated = build.get(type);
        boolean allowed;
        if (!place.frame()) {
            allowed = (!field && members.allows(type, member))
                    || GeneratedCalls.allowsInExpression(type + "." + member)
                    || place.extras().contains(type + "." + member);
        } else if (generated != null) {
            allowed = ofTheBuild(generated, member, field);
        } else {
            allowed = GeneratedCalls.allows(place.type().kind(), type + "." + member);
        }
        require(allowed, type + "." + member);
    }

    /** What a class of the build may take from another. */
    private boolean ofTheBuild(GeneratedClass other, String member, boolean field) {
        return switch (place.type().kind()) {
            case LAMBDA, FACT -> other.equals(place.type());
            case METADATA -> other.kind() == Kind.METADATA;
            case PROJECT -> other.equals(place.type()) || (other.kind() == Kind.RULES && member.equals("<init>"));
            case RULES ->
                other.kind() == Kind.RULES || (field && (other.kind() == Kind.METADATA || other.kind() == Kind.LAMBDA));
        };
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        String name = ClassCheck.dotted(type);
        boolean array = opcode == Opcodes.ANEWARRAY;
        if (array) {
            boolean bounded = afterSmallNumber || (place.method().equals("values") && place.frame());
            require(bounded, "an array of computed size");
        }
        if (!place.frame()) {
            require(opcode != Opcodes.NEW, "new " + name);
            require(isKnown(name), name);
        }
        afterSmallNumber = false;
    }

    /** Types that an author's values have. */
    private boolean isKnown(String type) {
        return members.types().contains(type)
                || type.equals("java.lang.Object")
                || type.equals("java.lang.Comparable")
                || type.equals("java.math.BigDecimal")
                || type.equals("io.motengine.engine.rules.Conclusions");
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        String factory = ClassCheck.dotted(bootstrap.getOwner()) + "." + bootstrap.getName();
        boolean lambda = factory.equals(LAMBDA) && place.frame();
        boolean concatenation =
                factory.equals(CONCATENATION) && (place.frame() || place.type().isConsequence());
        require(lambda || concatenation, concatenates(factory) ? "texts put together in when" : factory);
        for (Object argument : arguments) {
            if (argument instanceof Handle handle) {
                reference(ClassCheck.dotted(handle.getOwner()), handle.getName(), false);
            }
            require(!(argument instanceof ConstantDynamic), "a dynamic constant");
        }
        afterSmallNumber = false;
    }

    private static boolean concatenates(String factory) {
        return factory.equals(CONCATENATION);
    }

    @Override
    public void visitLdcInsn(Object value) {
        if (value instanceof String words) {
            text = words;
        } else if (value instanceof Type type) {
            String name = type.getClassName();
            require(place.frame() && (isKnown(name) || build.containsKey(name)), name + ".class");
        } else {
            require(value instanceof Number, "a handle");
        }
        afterSmallNumber = false;
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        require(!passed.contains(label), "a loop");
        afterSmallNumber = false;
    }

    @Override
    public void visitLabel(Label label) {
        passed.add(label);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        visitLookupSwitchInsn(otherwise, null, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        visitJumpInsn(Opcodes.GOTO, otherwise);
        for (Label label : labels) {
            visitJumpInsn(Opcodes.GOTO, label);
        }
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        require(false, "a catch");
    }

    @Override
    public void visitInsn(int opcode) {
        boolean thrown = opcode == Opcodes.ATHROW
                && (place.type().kind() == Kind.METADATA || place.type().kind() == Kind.PROJECT);
        require(!THROWING.contains(opcode) || thrown, "a throw or a lock");
        afterSmallNumber = opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5;
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        require(opcode != Opcodes.NEWARRAY, "an array of numbers");
        afterSmallNumber = opcode != Opcodes.NEWARRAY && operand >= 0;
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        require(false, "an array of arrays");
    }

    @Override
    public void visitVarInsn(int opcode, int local) {
        require(opcode != Opcodes.RET, "a jump that is computed");
        afterSmallNumber = false;
    }

    @Override
    public void visitEnd() {
        if (rule != null) {
            lambdas.forEach(lambda -> wall.belongs(lambda, rule));
        }
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            wall.report(place.type().name(), what);
        }
    }
}
