package kith.metadata;

import java.util.Optional;
import java.util.UUID;

/**
 * A named piece of metadata; immutable, and the same document in the database, in package files and
 * in the API.
 */
public sealed interface Component
        permits ObjectDefinition,
                FieldDefinition,
                RuleDefinition,
                ValidationDefinition,
                PermissionSetDefinition {

    /** Permanent identity, independent of the name: a rename keeps it. */
    UUID id();

    String name();

    /** What people read. */
    String label();

    /** The package that brought this component, or empty when the tenant made it. */
    Optional<String> packageName();

    ComponentKind kind();

    /** How documents refer to this component. */
    default ComponentRef ref() {
        return switch (this) {
            case ObjectDefinition object -> ComponentRef.object(object.name());
            case FieldDefinition field -> ComponentRef.field(field.object(), field.name());
            case RuleDefinition rule -> ComponentRef.rule(rule.object(), rule.name());
            case ValidationDefinition validation ->
                    ComponentRef.validation(validation.object(), validation.name());
            case PermissionSetDefinition set -> ComponentRef.permissionSet(set.name());
        };
    }
}
