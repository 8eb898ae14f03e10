package kith.metadata.permission;

import java.util.Arrays;
import java.util.Optional;

/** What somebody may do beyond the records of single objects. */
public enum UserFunction {
    /** Changes or deletes all records that a filter finds, in one go. */
    BULK_EDIT("bulkEdit", "Change many records at once"),
    /** Calls the API with a token of one's own, not only from the web app. */
    API("api", "Use the API"),
    /** Changes objects, fields, rules and all other metadata but permission sets. */
    CUSTOMIZE("customize", "Customize objects and rules"),
    /** Sees who may do what, and why. */
    MANAGE_ACCESS("manageAccess", "See and explain access"),
    /** Sees the log of changes of metadata and what rules did. */
    VIEW_AUDIT("viewAudit", "See the log of changes");

    private final String documentName;
    private final String label;

    UserFunction(String documentName, String label) {
        this.documentName = documentName;
        this.label = label;
    }

    /** How documents call it. */
    public String documentName() {
        return documentName;
    }

    /** What people read. */
    public String label() {
        return label;
    }

    /** The function that documents call by this name. */
    public static Optional<UserFunction> named(String documentName) {
        return Arrays.stream(values())
                .filter(function -> function.documentName.equals(documentName))
                .findFirst();
    }
}
