package kith.script.worker;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How compile workers are run.
 *
 * @param workers processes kept ready
 * @param deadline of one compilation
 * @param startDeadline until a process is ready, its first compilation included
 * @param maxWait for a free worker
 * @param heapMegabytes of each process
 * @param compilationsPerWorker after which a process is replaced
 * @param java the executable
 * @param classPath of the processes
 */
public record CompileWorkerSettings(
        int workers,
        Duration deadline,
        Duration startDeadline,
        Duration maxWait,
        int heapMegabytes,
        int compilationsPerWorker,
        Path java,
        String classPath) {

    public CompileWorkerSettings {
        if (workers < 1 || heapMegabytes < 64 || compilationsPerWorker < 1) {
            throw new IllegalArgumentException("a pool has workers, and they have memory");
        }
    }

    /** Two workers of 256 MB on this JVM's Java, five seconds a rule. */
    public static CompileWorkerSettings standard() {
        return new CompileWorkerSettings(
                2,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                256,
                1_000,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                ChildClassPath.forCompilation());
    }

    public CompileWorkerSettings withWorkers(int newWorkers) {
        return new CompileWorkerSettings(
                newWorkers,
                deadline,
                startDeadline,
                maxWait,
                heapMegabytes,
                compilationsPerWorker,
                java,
                classPath);
    }

    public CompileWorkerSettings withDeadline(Duration newDeadline) {
        return new CompileWorkerSettings(
                workers,
                newDeadline,
                startDeadline,
                maxWait,
                heapMegabytes,
                compilationsPerWorker,
                java,
                classPath);
    }

    public CompileWorkerSettings withClassPath(String newClassPath) {
        return new CompileWorkerSettings(
                workers,
                deadline,
                startDeadline,
                maxWait,
                heapMegabytes,
                compilationsPerWorker,
                java,
                newClassPath);
    }
}
