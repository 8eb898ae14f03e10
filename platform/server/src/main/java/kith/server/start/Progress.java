package kith.server.start;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import kith.embedded.StartListener;
import kith.embedded.StartProblem;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever started the server how it goes: one line a step, with the time it took. */
public final class Progress implements StartListener {

    private static final Logger CONSOLE = LoggerFactory.getLogger("kith.console");

    @Override
    public void began(String step) {
        if (step.contains("one-time")) {
            CONSOLE.info("  {} begins; it takes about half a minute.", step);
        }
    }

    @Override
    public void finished(String step, Duration elapsed) {
        CONSOLE.info(
                "  {} {}",
                String.format(Locale.ROOT, "%-32s", step),
                String.format(Locale.ROOT, "%5.1f s", elapsed.toMillis() / 1000.0));
    }

    /** Does a step and tells how long it took. */
    <T> T timed(String step, Supplier<T> work) {
        long begun = System.nanoTime();
        T result = work.get();
        finished(step, Duration.ofNanos(System.nanoTime() - begun));
        return result;
    }

    void say(String line) {
        CONSOLE.info(line);
    }

    /** Tells why the server does not start, and what to do. */
    void failed(Throwable failure) {
        switch (failure) {
            case ProblemException refusal -> refusal.problems().forEach(Progress::failed);
            case StartProblem problem ->
                    failed(String.valueOf(problem.getMessage()), problem.hint());
            default ->
                    failed(
                            "Something unexpected happened: " + failure,
                            "The log tells more; report it if it comes again.");
        }
    }

    private static void failed(Problem problem) {
        failed(problem.message(), problem.hint().orElse(""));
    }

    private static void failed(String message, String hint) {
        CONSOLE.error("Kith cannot start. {} {}", message, hint);
    }
}
