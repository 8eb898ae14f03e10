package kith.server.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * The clients beside the programs that use them. The programs are copied to where they may write;
 * the installed packages are shared by all checkouts with the same lock file.
 */
final class ClientPackages {

    private static final Path SOURCES = Path.of("src/test/clients");
    private static final Path FOLDER = Path.of("target/clients");
    private static final String PACKAGES = "node_modules";

    private ClientPackages() {}

    /** Where the programs are ready to run. */
    static Path folder() {
        return Prepared.FOLDER;
    }

    private static Path prepare() {
        try {
            Path packages = Path.of(install()).resolve(PACKAGES);
            copy();
            Path link = FOLDER.resolve(PACKAGES);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, packages);
            return FOLDER.toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String install() {
        Path script = SOURCES.resolve("install.sh").toAbsolutePath();
        return Command.output(List.of("bash", script.toString(), cache()));
    }

    private static String cache() {
        String named = System.getenv("KITH_CACHE_DIR");
        return named == null || named.isBlank()
                ? Path.of(System.getProperty("user.home", "."), ".cache", "kith").toString()
                : named;
    }

    private static void copy() throws IOException {
        Files.walkFileTree(
                SOURCES,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Path copy = FOLDER.resolve(SOURCES.relativize(file).toString());
                        Files.createDirectories(copy.getParent());
                        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static final class Prepared {
        private static final Path FOLDER = prepare();
    }
}
