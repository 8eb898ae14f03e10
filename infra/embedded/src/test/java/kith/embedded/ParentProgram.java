package kith.embedded;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A JVM of its own that starts PostgreSQL, so that a test can kill it. */
final class ParentProgram {

    private final Process jvm;
    private final ProcessHandle postgres;

    private ParentProgram(Process jvm, ProcessHandle postgres) {
        this.jvm = jvm;
        this.postgres = postgres;
    }

    static ParentProgram withPostgresIn(Path folder) throws IOException {
        Process jvm =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                ParentProgram.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BufferedReader answers =
                new BufferedReader(
                        new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
        long pid = Long.parseLong(answers.readLine());
        return new ParentProgram(jvm, ProcessHandle.of(pid).orElseThrow());
    }

    ProcessHandle postgres() {
        return postgres;
    }

    void kill() throws InterruptedException {
        jvm.destroyForcibly().waitFor();
    }

    public static void main(String[] arguments) throws InterruptedException {
        DataDirectory data = DataDirectory.open(Path.of(arguments[0]));
        PostgresProcess postgres = PostgresProcess.start(data, 0, Durability.DURABLE);
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
                .println(postgres.child().pid());
        new CountDownLatch(1).await();
    }
}
