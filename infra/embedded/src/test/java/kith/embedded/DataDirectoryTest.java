package kith.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir private Path folder;

    @Test
    void refusesASecondHolderAndNamesTheFirst() {
        try (DataDirectory _ = DataDirectory.open(folder)) {
            assertThatThrownBy(() -> DataDirectory.open(folder))
                    .isInstanceOfSatisfying(
                            StartProblem.class,
                            problem ->
                                    assertThat(problem.code()).isEqualTo(StartProblem.Code.IN_USE))
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void opensAgainAfterItWasClosed() {
        DataDirectory.open(folder).close();

        try (DataDirectory data = DataDirectory.open(folder)) {
            assertThat(data.root()).isEqualTo(folder);
        }
    }

    @Test
    void saysThatItCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .isInstanceOfSatisfying(
                        StartProblem.class,
                        problem -> {
                            assertThat(problem.code()).isEqualTo(StartProblem.Code.NOT_WRITABLE);
                            assertThat(problem.hint()).contains("KITH_DATA_DIR");
                        });
    }

    @Test
    void remembersSecrets() {
        String first;
        try (DataDirectory data = DataDirectory.open(folder)) {
            first = data.secrets().get("one");
            assertThat(first).matches("[A-Za-z0-9]{32}").isNotEqualTo(data.secrets().get("other"));
        }
        try (DataDirectory data = DataDirectory.open(folder)) {
            assertThat(data.secrets().get("one")).isEqualTo(first);
        }
    }

    @Test
    void movesAPortThatWasTakenMeanwhile() throws IOException {
        try (DataDirectory data = DataDirectory.open(folder)) {
            int first = data.ports().choose("postgres", 0);
            try (ServerSocket _ = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
                assertThat(data.ports().choose("postgres", 0)).isNotEqualTo(first);
            }
        }
    }

    @Test
    void neverMovesAnAddressThatOthersRemember() throws IOException {
        try (DataDirectory data = DataDirectory.open(folder)) {
            int first = data.ports().chooseForGood("keycloak", 0);
            assertThat(data.ports().chooseForGood("keycloak", 0)).isEqualTo(first);
            try (ServerSocket _ = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
                assertThatThrownBy(() -> data.ports().chooseForGood("keycloak", 0))
                        .isInstanceOf(StartProblem.class)
                        .hasMessageContaining(Integer.toString(first));
            }
        }
    }
}
