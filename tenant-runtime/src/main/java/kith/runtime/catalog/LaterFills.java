package kith.runtime.catalog;

import kith.metadata.catalog.Field;
import kith.runtime.access.Caller;
import kith.runtime.sql.Session;
import reactor.core.publisher.Mono;

/**
 * Port: whoever computes stored formulas for records that are too many to be waited for by a change
 * of the catalog.
 */
public interface LaterFills {

    /** Where nobody does it later, more records are refused. */
    LaterFills NOBODY =
            new LaterFills() {
                @Override
                public int mostAtOnce() {
                    return Integer.MAX_VALUE;
                }

                @Override
                public Mono<Void> begin(Session session, Caller caller, Field field) {
                    return Mono.error(
                            () -> new IllegalStateException("Nobody computes " + field.name()));
                }

                @Override
                public void began() {}
            };

    /** How many records a change of the catalog computes formulas for itself. */
    int mostAtOnce();

    /**
     * Marks a formula as stale in the transaction of a change, with a job that brings it up to
     * date: it is computed for whoever reads it until then.
     */
    Mono<Void> begin(Session session, Caller caller, Field field);

    /** What was begun is committed. */
    void began();
}
