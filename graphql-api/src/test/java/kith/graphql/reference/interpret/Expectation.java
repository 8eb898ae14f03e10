package kith.graphql.reference.interpret;

import java.util.UUID;

/** What stands in an expected answer for a text that only the engine knows. */
public sealed interface Expectation {

    /** A cursor that stands behind the record. */
    record CursorBehind(UUID id) implements Expectation {}
}
