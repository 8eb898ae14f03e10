package kith.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whenever the program is asked to end, also in the middle of its start, it takes all with it. */
class EarlyEndIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int TERMINATED = 143;

    @TempDir private Path data;

    /** The beginnings of lines after which it is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"Kith ", "  Tables", "  Server"})
    void leavesNoChildBehind(String moment) throws InterruptedException {
        try (KithProgram kith = KithProgram.start(settings())) {
            assertThat(kith.says(moment)).as("%s", kith.lines()).isTrue();
            List<ProcessHandle> children = kith.children();

            kith.terminate();

            assertThat(kith.exitCode()).as("%s", kith.lines()).isEqualTo(TERMINATED);
            assertThat(kith.lines())
                    .noneMatch(line -> line.startsWith("\tat ") || line.contains("cannot start"));
            TestServer.await(
                    "the end of all children",
                    LIMIT,
                    () -> children.stream().noneMatch(ProcessHandle::isAlive));
            assertThat(ofThisData()).isEmpty();
        }
        assertThat(data.resolve("run")).isEmptyDirectory();
    }

    /** Everything embedded. */
    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("KITH_PORT", Integer.toString(KithProgram.freePort()));
        settings.put("KITH_DATA_DIR", data.toString());
        return settings;
    }

    private Stream<String> ofThisData() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(command -> command.contains(data.toString()));
    }
}
