package kith.script.library;

import java.util.function.Supplier;
import kith.script.RuleRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Carries what a port of the host threw through a rule, which cannot catch it: after a failed
 * statement of the host's nothing that the rule goes on to do may count.
 */
public final class HostFailure extends Error {

    private final RuntimeException failure;

    private HostFailure(RuntimeException failure) {
        super(failure);
        this.failure = failure;
    }

    public RuntimeException failure() {
        return failure;
    }

    /** Calls a port. A refusal is the rule's to handle, all else is not. */
    static <T extends @Nullable Object> T guard(Supplier<T> port) {
        try {
            return port.get();
        } catch (RuleRefusal refusal) {
            throw refusal;
        } catch (RuntimeException failure) {
            throw new HostFailure(failure);
        }
    }

    static void guard(Runnable port) {
        try {
            port.run();
        } catch (RuleRefusal refusal) {
            throw refusal;
        } catch (RuntimeException failure) {
            throw new HostFailure(failure);
        }
    }
}
