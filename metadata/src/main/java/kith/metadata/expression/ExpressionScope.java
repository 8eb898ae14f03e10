package kith.metadata.expression;

import java.util.Optional;
import kith.metadata.catalog.ObjectType;

/**
 * What the names of an expression can mean.
 *
 * @param object the object whose records it is about
 * @param objects finds the objects that its references lead to
 * @param knowsUser whether {@code me} is whoever writes
 */
public record ExpressionScope(ObjectType object, Objects objects, boolean knowsUser) {

    /** Where nobody writes. */
    public ExpressionScope(ObjectType object, Objects objects) {
        this(object, objects, false);
    }

    /** Objects by name. */
    @FunctionalInterface
    public interface Objects {
        Optional<ObjectType> object(String name);
    }
}
