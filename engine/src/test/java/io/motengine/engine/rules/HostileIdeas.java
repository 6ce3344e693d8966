package io.motengine.engine.rules;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Expressions that must never run, by what they are after. Each is a truth value, so that it can stand wherever one can. */
final class HostileIdeas {
    /** Written by the ideas that write, were they to run. */
    static final Path FILE =
            Path.of(System.getProperty("java.io.tmpdir"), "mot-hostile-" + ProcessHandle.current().pid());

    /** Set by the idea that sets one. */
    static final String PROPERTY = "mot.hostile";

    /** Name of the thread that one idea starts. */
    static final String THREAD = "mot-hostile";

    private final Map<String, String> ideas = new LinkedHashMap<>();

    private HostileIdeas() {
        String file = "\"" + FILE + "\"";
        add("file by stream", "new java.io.FileOutputStream(" + file + ") != null");
        add("file by Files", "java.nio.file.Files.createFile(java.nio.file.Path.of(" + file + ")) != null");
        add("file by File", "new java.io.File(" + file + ").createNewFile()");
        add("file by Formatter", "new java.util.Formatter(" + file + ") != null");
        add("file by PrintStream", "new java.io.PrintStream(" + file + ").checkError()");
        add("file read", "new java.util.Scanner(new java.io.File(\"/etc/passwd\")).hasNext()");
        add("process by Runtime", "java.lang.Runtime.getRuntime().exec(\"touch " + FILE + "\") != null");
        add("Runtime without its package", "Runtime.getRuntime().availableProcessors() > 0");
        add("process by ProcessBuilder", "new ProcessBuilder(\"touch\", " + file + ").start() != null");
        add("shutdown hook", "java.lang.Runtime.getRuntime().removeShutdownHook(null)");
        add("socket", "new java.net.Socket(\"localhost\", 9).isConnected()");
        add("url", "java.net.URI.create(\"http://localhost:9/\").toURL().openStream() != null");
        add("name service", "java.net.InetAddress.getByName(\"localhost\") != null");
        add("JNDI", "new javax.naming.InitialContext().lookup(\"ldap://localhost:9/x\") != null");
        add("thread", "new Thread(null, null, \"" + THREAD + "\").isAlive()");
        add("current thread", "Thread.currentThread().isInterrupted()");
        add("executor", "java.util.concurrent.Executors.newCachedThreadPool().isShutdown()");
        add("common pool", "java.util.concurrent.ForkJoinPool.commonPool().isShutdown()");
        add("timer", "new java.util.Timer(\"" + THREAD + "\") != null");
        add("system property", "System.setProperty(\"" + PROPERTY + "\", \"x\") == null");
        add("environment", "System.getenv(\"PATH\") != null");
        add("standard output", "java.lang.System.out.checkError()");
        add("class by name", "Class.forName(\"java.lang.Runtime\") != null");
        add("class of a value", "id.getClass().getClassLoader() == null");
        add("class of a value by property", "id.class.name != null");
        add("loader of a fact", "this.getClass().getClassLoader().loadClass(\"java.lang.Runtime\") != null");
        add("loader of a thread", "Thread.currentThread().getContextClassLoader() != null");
        add("reflection", "id.getClass().getMethods().length > 0");
        add("method handles", "java.lang.invoke.MethodHandles.lookup() != null");
        add("unsafe", "sun.misc.Unsafe.class.getDeclaredFields().length > 0");
        add("service loader", "java.util.ServiceLoader.load(java.sql.Driver.class).findFirst().isPresent()");
        add("scripts", "new javax.script.ScriptEngineManager().getEngineByName(\"js\") == null");
        add("deserialization", "new java.io.ObjectInputStream(null).readObject() == null");
        add("compiler", "javax.tools.ToolProvider.getSystemJavaCompiler() != null");
        add("Drools' services", "org.kie.api.KieServices.get() != null");
        add("Drools' files", "org.drools.util.IoUtils.readBytesFromInputStream(null) != null");
        add("Drools' classes", "org.drools.util.ClassUtils.safeLoadClass(null, \"java.lang.Runtime\") != null");
        add("Drools' scripts", "org.drools.mvel.parser.MvelParser.class != null");
        add("the engine's own classes", "io.motengine.engine.time.Durations.class != null");
        add("clock", "java.time.Instant.now() != null");
        add("clock of a listed class", "java.time.LocalDate.now() != null");
        add("randomness", "Math.random() > 0.5");
        add("formats", "String.format(\"%1000000000d\", 1).length() > 0");
        add("text bomb", "\"x\".repeat(1000000000).length() > 0");
        add("array bomb", "new long[1000000000].length > 0");
        add("list bomb", "java.util.Collections.nCopies(1000000000, \"x\").toString() != null");
        add("endless stream", "java.util.stream.IntStream.iterate(0, i -> i).max().isPresent()");
        add("lambda", "labels.stream().anyMatch(label -> label != null)");
        add("method reference", "labels.stream().anyMatch(String::isEmpty)");
        add("regular expression by operator", "id matches \"(x+x+)+y\"");
        add("regular expression by method", "id.matches(\"(x+x+)+y\")");
        add("regular expression by replacement", "id.replaceAll(\"(x+x+)+y\", \"\") != null");
        add("sound of a text", "id soundslike \"x\"");
        add("part of a text", "id str[startsWith] \"x\"");
        add("cast", "((java.lang.Comparable) id) != null");
        add("inline cast", "this#java.lang.Thread.alive");
        add("instanceof", "id instanceof java.lang.String");
        add("number bomb", "1e999999999B > 1");
        add("list of its own", "[\"a\", \"b\"] contains id");
        add("change of a fact", "with(\"a\", \"b\", null) != null");
        add("the conclusion API", "conclude.moment(\"more\") != null");
        add("the engine's variables", "drools != null");
        add("the engine's context", "kcontext != null");
        add("exit", "Runtime.getRuntime().equals(\"exit\")");
        add("two levels up", "../id != null");
    }

    private void add(String idea, String expression) {
        ideas.put(idea, expression);
    }

    /** Expressions by idea, over a {@code Customer}. */
    static Map<String, String> all() {
        return new HostileIdeas().ideas;
    }
}
