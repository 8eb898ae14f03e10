package kith.metadata.codec;

import java.util.Optional;
import java.util.function.Function;
import kith.metadata.field.Inverse;

/**
 * What a document leaves out and others know.
 *
 * @param ids makes the id of a component whose document gives none
 * @param lists the plural name and label of an object, from which the other side of its references
 *     takes its name; empty for objects that are not known, then made from their name
 */
public record DecodeContext(ComponentIds ids, Function<String, Optional<Inverse>> lists) {

    /** Nothing else is known; every name comes from the document itself. */
    public static DecodeContext of(ComponentIds ids) {
        return new DecodeContext(ids, object -> Optional.empty());
    }
}
