package io.motengine.engine.walls;

import io.motengine.engine.walls.GeneratedCalls.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;

/**
 * The second wall: what the classes of a build refer to, whatever syntax they came from. Anything that is not on the list is refused, and
 * so is whatever might not end: a jump backwards, or methods that call each other in a circle.
 */
public final class ClassWall {
    private final AllowedMembers members;
    private final Set<String> facts;
    private final Map<String, Set<String>> breaches = new TreeMap<>();
    private final Map<String, String> rules = new HashMap<>();
    private final Map<String, Set<String>> calls = new HashMap<>();

    /**
     * Something that a generated class must not do.
     *
     * @param rule whose class it is; null if it cannot be told
     */
    public record Breach(String rule, String what) {}

    /** @param facts names of the classes that the release generates for its facts */
    public ClassWall(AllowedMembers members, Set<String> facts) {
        this.members = members;
        this.facts = Set.copyOf(facts);
    }

    /**
     * Checks all classes of one build.
     *
     * @param classes their bytes by name, with dots
     */
    public List<Breach> check(Map<String, byte[]> classes) {
        Map<String, GeneratedClass> known = new HashMap<>();
        classes.keySet().forEach(name -> known.put(name, GeneratedClass.of(name, facts)));
        new TreeMap<>(classes).forEach((name, bytes) -> {
            GeneratedClass type = known.get(name);
            if (type.kind() == null) {
                report(name, "the class " + name + ", which no rule should become");
            } else {
                new ClassReader(bytes)
                        .accept(new ClassCheck(type, known, members, this), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            }
        });
        calls.keySet().stream().sorted().forEach(this::refuseCircle);
        List<Breach> found = new ArrayList<>();
        breaches.forEach((name, what) -> what.forEach(breach -> found.add(new Breach(rules.get(name), breach))));
        return found;
    }

    void report(String type, String what) {
        breaches.computeIfAbsent(type, none -> new LinkedHashSet<>()).add(what);
    }

    /** A generated class is a rule's. */
    void belongs(String type, String rule) {
        rules.putIfAbsent(type, rule);
    }

    /** One method of the build calls another; each is {@code class.name descriptor}. */
    void called(String caller, String callee) {
        calls.computeIfAbsent(caller, none -> new HashSet<>()).add(callee);
    }

    private void refuseCircle(String method) {
        Set<String> reached = new HashSet<>();
        List<String> open = new ArrayList<>(calls.get(method));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (next.equals(method)) {
                report(method.substring(0, method.indexOf('#')), "a method that calls itself");
                return;
            }
            if (reached.add(next)) {
                open.addAll(calls.getOrDefault(next, Set.of()));
            }
        }
    }

    static boolean isFrame(GeneratedClass type, String method, boolean bridge) {
        return type.kind() != Kind.LAMBDA || bridge || !Set.of("test", "apply", "execute").contains(method);
    }
}
