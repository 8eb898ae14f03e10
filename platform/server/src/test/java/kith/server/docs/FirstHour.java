package kith.server.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Runs the commands of a guide in one shell, exactly as they are printed, against a running server.
 */
final class FirstHour {

    private static final String MARK = "@@@ end of step @@@";

    private FirstHour() {}

    /** What each step printed, in the order of the steps. */
    static List<String> run(List<GuideSteps> steps, String address) throws InterruptedException {
        String script =
                steps.stream()
                        .map(step -> step.commands() + "\necho\nprintf '" + MARK + "'\n")
                        .collect(Collectors.joining());
        try {
            Path file = Files.createTempFile("first-hour", ".sh");
            Files.writeString(file, "set -u\n" + script);
            ProcessBuilder shell =
                    new ProcessBuilder("bash", file.toString()).redirectErrorStream(true);
            shell.environment().put("KITH", address);
            Process process = shell.start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            Files.delete(file);
            return Arrays.stream(output.split(MARK)).map(String::strip).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
