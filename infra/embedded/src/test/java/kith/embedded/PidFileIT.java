package kith.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileIT {

    @TempDir private Path folder;
    private Process process;

    @BeforeEach
    void startAProcess() throws IOException {
        process = new ProcessBuilder(List.of("sh", "-c", "sleep 300; true", "marked")).start();
    }

    @AfterEach
    void endTheProcess() {
        process.destroyForcibly();
    }

    @Test
    void endsTheProcessThatItNames() {
        PidFile file = new PidFile(folder.resolve("pid"), "marked");
        file.remember(process.toHandle());

        file.endOrphan(StopSignal.TERM);

        assertThat(process.isAlive()).isFalse();
        assertThat(folder.resolve("pid")).doesNotExist();
    }

    @Test
    void sparesAStrangerThatGotTheSameNumber() {
        Path path = folder.resolve("pid");
        PidFile file = new PidFile(path, "marked");
        file.remember(process.toHandle());
        Properties mark = PropertiesFile.read(path);
        mark.setProperty("started", "2020-01-01T00:00:00Z");
        PropertiesFile.write(path, mark);

        file.endOrphan(StopSignal.TERM);

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void sparesAProcessOfAnotherDataDirectory() {
        PidFile file = new PidFile(folder.resolve("pid"), "/some/other/directory");
        file.remember(process.toHandle());

        file.endOrphan(StopSignal.TERM);

        assertThat(process.isAlive()).isTrue();
    }
}
