package kith.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The user's cache of unpacked programs ({@code KITH_CACHE_DIR}, else {@code ~/.cache/kith}),
 * shared by all data directories. An entry is made by one process while others wait, and appears
 * whole.
 */
final class CacheDirectory {

    // FileChannel locks are held per JVM, so threads of this one queue here first.
    private static final Object SAME_PROCESS = new Object();

    private final Path root;

    CacheDirectory(Path root) {
        this.root = root;
    }

    static CacheDirectory ofUser() {
        String named = System.getenv("KITH_CACHE_DIR");
        return new CacheDirectory(
                named == null || named.isBlank()
                        ? Path.of(System.getProperty("user.home", "."), ".cache", "kith")
                        : Path.of(named).toAbsolutePath());
    }

    /** The entry's folder, filled by the step where it is missing. */
    Path folder(String entry, Filling filling) {
        Path folder = root.resolve(entry);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        synchronized (SAME_PROCESS) {
            try {
                Files.createDirectories(root);
                try (FileChannel lock =
                        FileChannel.open(
                                root.resolve(entry + ".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE)) {
                    lock.lock();
                    if (!Files.isDirectory(folder)) {
                        fill(folder, filling);
                    }
                }
                return folder;
            } catch (IOException failure) {
                throw new StartProblem(
                        StartProblem.Code.NOT_WRITABLE,
                        "The cache directory " + root + " cannot be filled: " + failure + ".",
                        "Name a directory in KITH_CACHE_DIR that this user may write, with 2 GB to"
                                + " spare.",
                        failure);
            }
        }
    }

    Path root() {
        return root;
    }

    private static void fill(Path folder, Filling filling) throws IOException {
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        delete(unfinished);
        Files.createDirectories(unfinished);
        filling.into(unfinished);
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(tree)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    /** Fills an empty folder. */
    interface Filling {
        void into(Path folder) throws IOException;
    }
}
