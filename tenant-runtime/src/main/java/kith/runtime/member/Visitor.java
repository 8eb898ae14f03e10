package kith.runtime.member;

import kith.runtime.access.Caller;
import reactor.core.publisher.Mono;

/** Who comes into a tenant, and how it is known that this is allowed. */
public sealed interface Visitor {

    Caller caller();

    /** Was looked up less than a second ago. */
    record Known(Caller caller) implements Visitor {}

    /**
     * Was looked up some time ago. Nothing may be told or done before it is known that the caller
     * may still come in, by a statement that finds out or by another look-up.
     *
     * @param identity of the account
     * @param accessVersion of the tenant when the caller was looked up: as long as it is the same,
     *     the caller may what they might
     */
    record Remembered(Caller caller, String identity, long accessVersion, Standing standing)
            implements Visitor {}

    /** What is known of a remembered caller. */
    interface Standing {

        /** Looked up; fails with a problem where the caller may not come in any more. */
        Mono<Caller> current();

        /** A statement that began with this visit found the caller as remembered. */
        void confirm();
    }
}
