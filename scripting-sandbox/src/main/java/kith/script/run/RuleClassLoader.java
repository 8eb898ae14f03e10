package kith.script.run;

import java.util.Map;
import kith.script.allow.AllowList;

/**
 * Defines the classes of one rule and finds nothing else but what rules may link to. One loader a
 * rule: when the rule is dropped, so are its classes.
 */
final class RuleClassLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final String METER = "kith.script.meter.Meter";

    private final Map<String, byte[]> classFiles;

    /** The parent is the bootstrap loader, and it is never asked. */
    RuleClassLoader(Map<String, byte[]> classFiles) {
        super("rule", null);
        this.classFiles = classFiles;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] classFile = classFiles.get(name);
            if (classFile != null) {
                return defineClass(name, classFile, 0, classFile.length);
            }
            if (name.equals(METER) || AllowList.standard().isType(name.replace('.', '/'))) {
                return Class.forName(name, false, RuleClassLoader.class.getClassLoader());
            }
            throw new ClassNotFoundException(name);
        }
    }
}
