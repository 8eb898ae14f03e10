package kith.script.worker;

import groovy.lang.GroovyObject;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.tree.ClassNode;

/**
 * The class path of workers: this module, Groovy and ASM, and nothing else of the host. Where these
 * do not lie in files of their own, such as in a jar within a jar, it is the host's.
 */
final class ChildClassPath {

    private static final List<Class<?>> NEEDED =
            List.of(
                    CompileWorkerMain.class,
                    GroovyObject.class,
                    ClassReader.class,
                    ClassNode.class,
                    ClassRemapper.class);

    private ChildClassPath() {}

    static String ofThisProcess() {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> needed : NEEDED) {
            Optional<Path> place = placeOf(needed);
            if (place.isEmpty()) {
                return System.getProperty("java.class.path");
            }
            places.add(place.get().toString());
        }
        return String.join(File.pathSeparator, places);
    }

    private static Optional<Path> placeOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || !source.getLocation().getProtocol().equals("file")) {
            return Optional.empty();
        }
        try {
            URI location = source.getLocation().toURI();
            return Optional.of(Path.of(location));
        } catch (URISyntaxException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
