package kith.metadata;

import java.util.Optional;

/**
 * Names a component: by kind and name, and by its object where the name is unique only inside one.
 */
public record ComponentRef(ComponentKind kind, Optional<String> object, String name) {

    public static ComponentRef object(String name) {
        return new ComponentRef(ComponentKind.OBJECT, Optional.empty(), name);
    }

    public static ComponentRef field(String object, String name) {
        return new ComponentRef(ComponentKind.FIELD, Optional.of(object), name);
    }

    public static ComponentRef rule(String object, String name) {
        return new ComponentRef(ComponentKind.RULE, Optional.of(object), name);
    }

    public static ComponentRef validation(String object, String name) {
        return new ComponentRef(ComponentKind.VALIDATION, Optional.of(object), name);
    }

    public static ComponentRef permissionSet(String name) {
        return new ComponentRef(ComponentKind.PERMISSION_SET, Optional.empty(), name);
    }

    /** For people and paths: {@code Field Property.price}. */
    @Override
    public String toString() {
        return kind.documentName() + " " + object.map(owner -> owner + ".").orElse("") + name;
    }
}
