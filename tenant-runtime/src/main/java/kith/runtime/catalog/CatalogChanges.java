package kith.runtime.catalog;

import java.util.List;
import java.util.OptionalLong;
import kith.metadata.change.ChangeOutcome;
import kith.metadata.change.ChangeRequest;
import kith.runtime.access.Caller;
import reactor.core.publisher.Mono;

/** The one way by which a tenant's catalog changes. Only administrators may. */
public interface CatalogChanges {

    /**
     * Applies a change set in one transaction. What stands in its way is in the outcome; fails with
     * a problem only when the caller may not or the tenant is not there.
     */
    Mono<ChangeOutcome> apply(Caller caller, ChangeRequest request);

    /**
     * The change sets that were applied, newest first.
     *
     * @param before only versions below this one
     */
    Mono<List<RecordedChange>> history(Caller caller, int first, OptionalLong before);

    /** Brings the components back to how they stood at a version, as a new version. */
    Mono<ChangeOutcome> rollback(Caller caller, long toVersion, String message, boolean isDryRun);
}
