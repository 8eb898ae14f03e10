package kith.script.worker;

import groovy.lang.GroovyObject;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.tree.ClassNode;

/**
 * The class path of child processes: this module, ASM, to compile Groovy too, and nothing else of
 * the host. Where these do not lie in files of their own, such as in a jar within a jar, it is the
 * host's.
 */
public final class ChildClassPath {

    private static final List<Class<?>> FOR_RUNS =
            List.of(
                    CompileWorkerMain.class,
                    ClassReader.class,
                    ClassNode.class,
                    ClassRemapper.class,
                    Nullable.class);

    private ChildClassPath() {}

    /** For processes that compile. */
    static String forCompilation() {
        List<Class<?>> needed = new ArrayList<>(FOR_RUNS);
        needed.add(GroovyObject.class);
        return of(needed);
    }

    /** For processes that run what was compiled: there is no Groovy in them. */
    public static String forRuns() {
        return of(FOR_RUNS);
    }

    private static String of(List<Class<?>> all) {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> needed : all) {
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
