package kith.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;

/** How a child is asked to end; Java itself can only send TERM and KILL. */
enum StopSignal {
    /** PostgreSQL's fast shutdown: ends the sessions, then writes a checkpoint. */
    INT,
    TERM;

    void send(long pid) {
        try {
            new ProcessBuilder("kill", "-s", name(), Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
