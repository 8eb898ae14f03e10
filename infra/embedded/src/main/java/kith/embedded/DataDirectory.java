package kith.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Where the embedded services keep what they must not forget: data, passwords, ports and logs. One
 * process at a time holds it; the operating system frees it when that process ends, however it
 * ends.
 */
public final class DataDirectory implements AutoCloseable {

    private static final long NEEDED_MEGABYTES = 512;

    private final Path root;
    private final FileChannel lockFile;
    private final Secrets secrets;
    private final Ports ports;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
        this.secrets = new Secrets(root.resolve("secrets.properties"));
        this.ports = new Ports(root.resolve("ports.properties"));
    }

    /** Creates the directory where it is missing and locks it until {@link #close()}. */
    public static DataDirectory open(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        try {
            createPrivately(root);
            requireSpace(root);
            FileChannel lockFile =
                    FileChannel.open(
                            root.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            return lock(root, lockFile);
        } catch (IOException failure) {
            throw new StartProblem(
                    StartProblem.Code.NOT_WRITABLE,
                    "The data directory " + root + " cannot be written: " + failure + ".",
                    "Name a directory that this user may write in KITH_DATA_DIR.",
                    failure);
        }
    }

    private static void createPrivately(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            Files.createDirectories(
                    root,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
        for (String folder : new String[] {"log", "run"}) {
            Files.createDirectories(root.resolve(folder));
        }
    }

    private static void requireSpace(Path root) throws IOException {
        long megabytes = Files.getFileStore(root).getUsableSpace() / (1024 * 1024);
        if (megabytes < NEEDED_MEGABYTES) {
            throw new StartProblem(
                    StartProblem.Code.NO_DISK_SPACE,
                    "Only %d MB are free at %s; %d MB are needed."
                            .formatted(megabytes, root, NEEDED_MEGABYTES),
                    "Free some space or name another directory in KITH_DATA_DIR.");
        }
    }

    private static DataDirectory lock(Path root, FileChannel lockFile) throws IOException {
        FileLock lock = tryLock(lockFile);
        if (lock == null) {
            String holder = Files.readString(root.resolve("lock"), StandardCharsets.UTF_8).strip();
            lockFile.close();
            throw new StartProblem(
                    StartProblem.Code.IN_USE,
                    "The data directory " + root + " is in use by process " + holder + ".",
                    "Stop that process, or name another directory in KITH_DATA_DIR.");
        }
        lockFile.truncate(0);
        lockFile.write(
                ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid())
                                .getBytes(StandardCharsets.UTF_8)),
                0);
        return new DataDirectory(root, lockFile);
    }

    private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException _) {
            // Held by this very JVM, which to the second opener is no better than another process.
            return null;
        }
    }

    public Path root() {
        return root;
    }

    public Secrets secrets() {
        return secrets;
    }

    Ports ports() {
        return ports;
    }

    Path folder(String name) {
        return root.resolve(name);
    }

    Path log(String service) {
        return root.resolve("log").resolve(service + ".log");
    }

    PidFile pidFile(String service) {
        return new PidFile(root.resolve("run").resolve(service + ".pid"), root.toString());
    }

    /** Closes and removes it with everything in it. */
    public void delete() {
        close();
        try {
            CacheDirectory.delete(root);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
