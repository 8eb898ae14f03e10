package kith.script.library;

import java.util.ArrayList;
import java.util.List;
import kith.script.ScriptLogLine;
import kith.script.ScriptLogLine.Level;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** The rule's log, as {@code log}. Lines beyond the limit are dropped, long ones cut. */
public final class ScriptLog {

    private static final int MAX_LINE_LENGTH = 2_000;
    private static final int COST = 50;

    private final Meter meter;
    private final List<ScriptLogLine> lines = new ArrayList<>();

    ScriptLog(Meter meter) {
        this.meter = meter;
    }

    public void debug(@Nullable Object message) {
        add(Level.DEBUG, message);
    }

    public void info(@Nullable Object message) {
        add(Level.INFO, message);
    }

    public void warn(@Nullable Object message) {
        add(Level.WARN, message);
    }

    public void error(@Nullable Object message) {
        add(Level.ERROR, message);
    }

    List<ScriptLogLine> lines() {
        return lines;
    }

    void addWarnings(List<String> warnings) {
        warnings.forEach(warning -> lines.add(new ScriptLogLine(Level.WARN, warning)));
    }

    private void add(Level level, @Nullable Object message) {
        meter.spend(COST);
        String text = Values.text(message);
        if (meter.takeLogLine()) {
            lines.add(new ScriptLogLine(level, Texts.shortened(text, MAX_LINE_LENGTH)));
        }
    }
}
