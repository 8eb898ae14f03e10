package kith.metadata;

import java.util.Optional;
import java.util.UUID;

/**
 * What no record of an object may be: a condition under which a write is refused, with what people
 * are told then.
 *
 * @param object name of the object whose writes it refuses
 * @param refuseWhen the expression under which a record is refused
 * @param message what people are told
 * @param field the field where it is shown; empty for the record as a whole
 */
public record ValidationDefinition(
        UUID id,
        String object,
        String name,
        String label,
        Optional<String> description,
        boolean isActive,
        String refuseWhen,
        String message,
        Optional<String> field,
        Optional<String> packageName)
        implements Component {

    @Override
    public ComponentKind kind() {
        return ComponentKind.VALIDATION;
    }

    /** The same validation of an object that is called differently now. */
    public ValidationDefinition ofObject(String objectName) {
        return copy(objectName, name);
    }

    /** The same validation under another name. */
    public ValidationDefinition named(String newName) {
        return copy(object, newName);
    }

    private ValidationDefinition copy(String ofObject, String called) {
        return new ValidationDefinition(
                id,
                ofObject,
                called,
                label,
                description,
                isActive,
                refuseWhen,
                message,
                field,
                packageName);
    }
}
