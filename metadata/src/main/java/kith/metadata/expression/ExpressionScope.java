package kith.metadata.expression;

import java.util.Optional;
import kith.metadata.catalog.ObjectType;

/**
 * What the names of an expression can mean.
 *
 * @param object the object whose records it is about
 * @param objects finds the objects that its references lead to
 */
public record ExpressionScope(ObjectType object, Objects objects) {

    /** Objects by name. */
    @FunctionalInterface
    public interface Objects {
        Optional<ObjectType> object(String name);
    }
}
