package kith.metadata.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import kith.metadata.ComponentRef;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.ObjectDefinition.NameField;
import kith.metadata.ObjectDefinition.Writers;
import kith.metadata.PackageIds;
import kith.metadata.catalog.Storage.Slot;
import kith.metadata.field.FieldType;
import kith.metadata.field.Inverse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/**
 * The objects that every tenant has before any component: the people who work in it. Tenants and
 * packages may add fields to them.
 */
public final class SystemObjects {

    /** The package name of all that the platform itself brings. */
    public static final String PACKAGE = "system";

    /** The people of a tenant. */
    public static final String USER = "User";

    public static final int USER_KEY = 1;

    /** That a user was given a permission set. */
    public static final String PERMISSION_ASSIGNMENT = "PermissionAssignment";

    public static final int PERMISSION_ASSIGNMENT_KEY = 2;

    private static final String ADMINISTRATOR = "administrator";
    private static final int SHORT = 80;
    private static final ObjectDefinition USER_DEFINITION =
            new ObjectDefinition(
                    PackageIds.of(PACKAGE, ComponentRef.object(USER)),
                    USER,
                    "User",
                    "users",
                    "Users",
                    Optional.of("A person who works in this organization."),
                    Optional.of("user"),
                    new NameField.Typed("Name"),
                    OptionalInt.of(USER_KEY),
                    true,
                    true,
                    false,
                    Writers.ADMINISTRATORS,
                    Optional.of(PACKAGE));

    private static final ObjectDefinition PERMISSION_ASSIGNMENT_DEFINITION =
            new ObjectDefinition(
                    PackageIds.of(PACKAGE, ComponentRef.object(PERMISSION_ASSIGNMENT)),
                    PERMISSION_ASSIGNMENT,
                    "Permission assignment",
                    "permissionAssignments",
                    "Permission assignments",
                    Optional.of("A permission set that a user was given."),
                    Optional.of("key"),
                    new NameField.Numbered("Number", "PA-{00000}"),
                    OptionalInt.of(PERMISSION_ASSIGNMENT_KEY),
                    true,
                    false,
                    false,
                    Writers.ADMINISTRATORS,
                    Optional.of(PACKAGE));

    private static final List<FieldDefinition> PERMISSION_ASSIGNMENT_FIELDS =
            List.of(
                    assignment(
                                    "user",
                                    "User",
                                    new FieldType.Lookup(
                                            USER,
                                            Optional.of(
                                                    new Inverse(
                                                            "permissionAssignments",
                                                            "Permission sets"))),
                                    new Slot(SlotKind.REFERENCE, 1))
                            .required()
                            .made(),
                    assignment(
                                    "permissionSet",
                                    "Permission set",
                                    new FieldType.Text(SHORT),
                                    text(1))
                            .required()
                            .made(),
                    assignment(
                                    "expiresAt",
                                    "Expires at",
                                    new FieldType.DateTime(),
                                    new Slot(SlotKind.TIME, 1))
                            .made());

    private static final List<FieldDefinition> USER_FIELDS =
            List.of(
                    field("email", "Email", new FieldType.Email(), text(1))
                            .required()
                            .unique()
                            .made(),
                    field("firstName", "First name", new FieldType.Text(SHORT), text(13)).made(),
                    field("lastName", "Last name", new FieldType.Text(SHORT), text(14)).made(),
                    field("title", "Title", new FieldType.Text(SHORT), text(15)).made(),
                    field("phone", "Phone", new FieldType.Phone(), text(16)).made(),
                    field("active", "Active", new FieldType.Checkbox(), flag(1))
                            .startingWith(BooleanNode.TRUE)
                            .made(),
                    field(ADMINISTRATOR, "Administrator", new FieldType.Checkbox(), flag(2)).made(),
                    field(
                                    "identity",
                                    "Identity",
                                    new FieldType.Text(FieldType.Text.DEFAULT_LENGTH),
                                    text(2))
                            .unique()
                            .readOnly()
                            .made(),
                    field(
                                    "manager",
                                    "Manager",
                                    new FieldType.Lookup(
                                            USER,
                                            Optional.of(
                                                    new Inverse(
                                                            "directReports", "Direct reports"))),
                                    new Slot(SlotKind.REFERENCE, 1))
                            .made());

    private SystemObjects() {}

    /** Whether who writes the field gives or takes what a user may. */
    public static boolean givesRights(String object, String field) {
        return object.equals(PERMISSION_ASSIGNMENT)
                || (object.equals(USER) && field.equals(ADMINISTRATOR));
    }

    public static List<ObjectDefinition> objects() {
        return List.of(USER_DEFINITION, PERMISSION_ASSIGNMENT_DEFINITION);
    }

    /** Whether records of an object decide who may see and do what. */
    public static boolean decideAccess(ObjectType object) {
        return object.key() == USER_KEY || object.key() == PERMISSION_ASSIGNMENT_KEY;
    }

    /** The own fields of the system objects, beside the system fields that all objects have. */
    public static List<FieldDefinition> fields() {
        return Stream.of(USER_FIELDS, PERMISSION_ASSIGNMENT_FIELDS).flatMap(List::stream).toList();
    }

    /** The own fields of one of the system objects. */
    public static List<FieldDefinition> fieldsOf(String object) {
        return fields().stream().filter(field -> field.object().equals(object)).toList();
    }

    private static Slot text(int number) {
        return new Slot(SlotKind.TEXT, number);
    }

    private static Slot flag(int number) {
        return new Slot(SlotKind.BOOLEAN, number);
    }

    private static Draft field(String name, String label, FieldType type, Storage storage) {
        return new Draft(USER, name, label, type, storage, false, false, false, Optional.empty());
    }

    private static Draft assignment(String name, String label, FieldType type, Storage storage) {
        return new Draft(
                PERMISSION_ASSIGNMENT,
                name,
                label,
                type,
                storage,
                false,
                false,
                false,
                Optional.empty());
    }

    /** A field of a system object in the making. */
    private record Draft(
            String object,
            String name,
            String label,
            FieldType type,
            Storage storage,
            boolean isRequired,
            boolean isUnique,
            boolean isReadOnly,
            Optional<JsonNode> start) {

        Draft required() {
            return new Draft(object, name, label, type, storage, true, isUnique, isReadOnly, start);
        }

        Draft unique() {
            return new Draft(
                    object, name, label, type, storage, isRequired, true, isReadOnly, start);
        }

        Draft readOnly() {
            return new Draft(object, name, label, type, storage, isRequired, isUnique, true, start);
        }

        Draft startingWith(JsonNode value) {
            return new Draft(
                    object,
                    name,
                    label,
                    type,
                    storage,
                    isRequired,
                    isUnique,
                    isReadOnly,
                    Optional.of(value));
        }

        FieldDefinition made() {
            return new FieldDefinition(
                    PackageIds.of(PACKAGE, ComponentRef.field(object, name)),
                    object,
                    name,
                    label,
                    type,
                    isRequired,
                    isUnique,
                    false,
                    isUnique,
                    isReadOnly,
                    false,
                    Optional.empty(),
                    start,
                    Optional.of(storage),
                    Optional.of(PACKAGE));
        }
    }
}
