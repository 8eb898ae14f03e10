package kith.metadata.resolve;

import java.util.List;
import kith.metadata.catalog.Catalog;

/** What became of components. */
public sealed interface Resolution {

    /**
     * They are a catalog.
     *
     * @param nextObjectKey the key of the next object that has none
     */
    record Resolved(Catalog catalog, int nextObjectKey) implements Resolution {}

    /** They are none; all that was found, at least one. */
    record Refused(List<Finding> findings) implements Resolution {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
