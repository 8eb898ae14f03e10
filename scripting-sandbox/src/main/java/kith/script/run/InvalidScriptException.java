package kith.script.run;

/** A compiled rule that may not be loaded: damaged, tampered with, or of another version. */
public final class InvalidScriptException extends RuntimeException {

    InvalidScriptException(String scriptName, String message, Throwable cause) {
        super("rule '%s' cannot be loaded: %s".formatted(scriptName, message), cause);
    }
}
