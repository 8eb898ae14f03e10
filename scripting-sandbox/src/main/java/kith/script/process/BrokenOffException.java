package kith.script.process;

/** The host failed; it knows why. Passes through the rule like a failure of a port. */
final class BrokenOffException extends RuntimeException {

    BrokenOffException() {
        super("the host failed", null, false, false);
    }
}
