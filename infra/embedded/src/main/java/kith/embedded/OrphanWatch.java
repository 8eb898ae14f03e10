package kith.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A shell that outlives this process just long enough to end one child: it waits for a line from
 * us, and when the pipe closes without one, we were killed. (Linux' parent-death signal is no way:
 * it follows the thread that forked, and a user namespace clears it.)
 */
final class OrphanWatch implements AutoCloseable {

    private static final String SCRIPT = "read -r line || kill -s \"$1\" \"$2\"";

    private final Process shell;

    private OrphanWatch(Process shell) {
        this.shell = shell;
    }

    static OrphanWatch over(Process child, StopSignal signal) throws IOException {
        List<String> words = new ArrayList<>();
        if (Machine.hasCommand("setsid")) {
            words.add("setsid");
        }
        words.addAll(
                List.of("sh", "-c", SCRIPT, "kith-orphan-watch", signal.name(), "" + child.pid()));
        return new OrphanWatch(
                new ProcessBuilder(words)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    @Override
    public void close() {
        if (!shell.isAlive()) {
            return;
        }
        try (OutputStream line = shell.getOutputStream()) {
            line.write("ended\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
