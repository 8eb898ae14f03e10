package kith.metadata.permission;

import java.util.Arrays;
import java.util.Optional;

/**
 * What somebody may do with the values of a field. In a set that mutes, it is what is taken away:
 * who may not read may not edit either.
 */
public enum FieldRight {
    NONE("none"),
    READ("read"),
    EDIT("edit");

    private final String documentName;

    FieldRight(String documentName) {
        this.documentName = documentName;
    }

    /** How documents call it. */
    public String documentName() {
        return documentName;
    }

    /** The right that documents call by this name. */
    public static Optional<FieldRight> named(String documentName) {
        return Arrays.stream(values())
                .filter(right -> right.documentName.equals(documentName))
                .findFirst();
    }

    public boolean mayRead() {
        return this != NONE;
    }

    public boolean mayEdit() {
        return this == EDIT;
    }

    /** What somebody may who is granted both. */
    public FieldRight or(FieldRight other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** What is left where another right is taken away. */
    public FieldRight without(FieldRight muted) {
        return switch (muted) {
            case NONE -> this;
            case READ -> NONE;
            case EDIT -> this == EDIT ? READ : this;
        };
    }
}
