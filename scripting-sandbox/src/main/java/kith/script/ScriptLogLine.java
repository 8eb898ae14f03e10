package kith.script;

/** A line that a rule wrote to its log. */
public record ScriptLogLine(Level level, String text) {

    /** As the rule chose it. */
    public enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }
}
