package kith.runtime.catalog;

import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemException;
import kith.metadata.problem.ProblemKind;

/** Why a catalog is not changed or not there. */
public enum CatalogRefusal implements ProblemCode {
    /** Only administrators, and those with the right to it, change the catalog or see its log. */
    NOT_ADMINISTRATOR(ProblemKind.FORBIDDEN, "Only administrators may change the metadata"),
    /** The stored components make no catalog. */
    CATALOG_UNREADABLE(ProblemKind.INTERNAL, "The stored metadata cannot be read");

    private final ProblemKind kind;
    private final String message;

    CatalogRefusal(ProblemKind kind, String message) {
        this.kind = kind;
        this.message = message;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    ProblemException exception() {
        return new ProblemException(Problem.of(this, message));
    }

    ProblemException because(Throwable cause) {
        return new ProblemException(Problem.of(this, message), cause);
    }
}
