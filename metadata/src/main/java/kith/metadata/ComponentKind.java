package kith.metadata;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of component, in the order in which they are applied. */
public enum ComponentKind {
    OBJECT("Object"),
    FIELD("Field"),
    RULE("Rule"),
    VALIDATION("Validation"),
    PERMISSION_SET("PermissionSet");

    private final String documentName;

    ComponentKind(String documentName) {
        this.documentName = documentName;
    }

    /** The value of {@code kind} in documents. */
    public String documentName() {
        return documentName;
    }

    /** The kind that documents call by this name. */
    public static Optional<ComponentKind> named(String documentName) {
        return Arrays.stream(values())
                .filter(kind -> kind.documentName.equals(documentName))
                .findFirst();
    }
}
