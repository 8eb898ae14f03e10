package kith.script.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kith.script.worker.ChildClassPath;

/**
 * How processes that run rules are run.
 *
 * @param most processes at a time that serve a tenant
 * @param spares processes kept ready that serve nobody yet
 * @param heapMegabytes of each; one that needs more ends itself
 * @param startDeadline until a process is ready
 * @param grace beyond the time that a rule may take, after which its process is killed
 * @param launcher words before the command, such as those of a tool that bounds a process further
 * @param java the executable
 * @param classPath of the processes
 */
public record RunProcessSettings(
        int most,
        int spares,
        int heapMegabytes,
        Duration startDeadline,
        Duration grace,
        List<String> launcher,
        Path java,
        String classPath) {

    public RunProcessSettings {
        if (most < 1 || spares < 0 || heapMegabytes < 32) {
            throw new IllegalArgumentException("there are processes, and they have memory");
        }
        launcher = List.copyOf(launcher);
    }

    /** At most so many processes of 256 MB on this JVM's Java, and two ready. */
    public static RunProcessSettings of(int most) {
        return new RunProcessSettings(
                most,
                2,
                256,
                Duration.ofSeconds(60),
                Duration.ofMillis(500),
                List.of(),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                ChildClassPath.forRuns());
    }

    public RunProcessSettings withSpares(int newSpares) {
        return new RunProcessSettings(
                most, newSpares, heapMegabytes, startDeadline, grace, launcher, java, classPath);
    }

    public RunProcessSettings withHeapMegabytes(int newHeap) {
        return new RunProcessSettings(
                most, spares, newHeap, startDeadline, grace, launcher, java, classPath);
    }

    public RunProcessSettings withLauncher(List<String> newLauncher) {
        return new RunProcessSettings(
                most, spares, heapMegabytes, startDeadline, grace, newLauncher, java, classPath);
    }

    public RunProcessSettings withClassPath(String newClassPath) {
        return new RunProcessSettings(
                most, spares, heapMegabytes, startDeadline, grace, launcher, java, newClassPath);
    }
}
