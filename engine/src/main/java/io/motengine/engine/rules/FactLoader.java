package io.motengine.engine.rules;

import java.util.Map;

/** Classes out of memory. */
final class FactLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    FactLoader(Map<String, byte[]> classes) {
        super(FactClasses.NONE.loader());
        this.classes = Map.copyOf(classes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
