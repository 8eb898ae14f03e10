package kith.embedded;

import java.time.Duration;

/** Hears how the start of the services goes on; called from several threads. */
public interface StartListener {

    void began(String step);

    void finished(String step, Duration elapsed);
}
