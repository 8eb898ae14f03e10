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
import tools.jackson.databind.node.BooleanNode;

/**
 * The objects that every tenant has before any component: the people who work in it, and how they
 * stand to each other ({@link SharingObjects}). Tenants and packages may add fields to them.
 */
public final class SystemObjects {

    /** The package name of all that the platform itself brings. */
    public static final String PACKAGE = "system";

    /** The people of a tenant. */
    public static final String USER = "User";

    public static final int USER_KEY = 1;

    /** The field of users that makes them administrators. */
    public static final String ADMINISTRATOR = "administrator";

    /** That a user was given a permission set. */
    public static final String PERMISSION_ASSIGNMENT = "PermissionAssignment";

    public static final int PERMISSION_ASSIGNMENT_KEY = 2;

    private static final int SHORT = SystemField.SHORT;
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
                    SystemField.of(
                                    PERMISSION_ASSIGNMENT,
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
                    SystemField.of(
                                    PERMISSION_ASSIGNMENT,
                                    "permissionSet",
                                    "Permission set",
                                    new FieldType.Text(SHORT),
                                    SystemField.text(1))
                            .required()
                            .made(),
                    SystemField.of(
                                    PERMISSION_ASSIGNMENT,
                                    "expiresAt",
                                    "Expires at",
                                    new FieldType.DateTime(),
                                    new Slot(SlotKind.TIME, 1))
                            .made());

    private static final List<FieldDefinition> USER_FIELDS =
            List.of(
                    SystemField.of(
                                    USER,
                                    "email",
                                    "Email",
                                    new FieldType.Email(),
                                    SystemField.text(1))
                            .required()
                            .unique()
                            .made(),
                    SystemField.of(
                                    USER,
                                    "firstName",
                                    "First name",
                                    new FieldType.Text(SHORT),
                                    SystemField.text(13))
                            .made(),
                    SystemField.of(
                                    USER,
                                    "lastName",
                                    "Last name",
                                    new FieldType.Text(SHORT),
                                    SystemField.text(14))
                            .made(),
                    SystemField.of(
                                    USER,
                                    "title",
                                    "Title",
                                    new FieldType.Text(SHORT),
                                    SystemField.text(15))
                            .made(),
                    SystemField.of(
                                    USER,
                                    "phone",
                                    "Phone",
                                    new FieldType.Phone(),
                                    SystemField.text(16))
                            .made(),
                    SystemField.of(
                                    USER,
                                    "active",
                                    "Active",
                                    new FieldType.Checkbox(),
                                    SystemField.flag(1))
                            .startingWith(BooleanNode.TRUE)
                            .made(),
                    SystemField.of(
                                    USER,
                                    ADMINISTRATOR,
                                    "Administrator",
                                    new FieldType.Checkbox(),
                                    SystemField.flag(2))
                            .made(),
                    SystemField.of(
                                    USER,
                                    "identity",
                                    "Identity",
                                    new FieldType.Text(FieldType.Text.DEFAULT_LENGTH),
                                    SystemField.text(2))
                            .unique()
                            .readOnly()
                            .made(),
                    SystemField.of(
                                    USER,
                                    "manager",
                                    "Manager",
                                    new FieldType.Lookup(
                                            USER,
                                            Optional.of(
                                                    new Inverse(
                                                            "directReports", "Direct reports"))),
                                    new Slot(SlotKind.REFERENCE, 1))
                            .made(),
                    SystemField.of(
                                    USER,
                                    "role",
                                    "Role",
                                    new FieldType.Lookup(
                                            SharingObjects.ROLE,
                                            Optional.of(new Inverse("users", "Users"))),
                                    SharingObjects.ROLE_OF_USER)
                            .made(),
                    SystemField.of(
                                    USER,
                                    "queueOf",
                                    "Queue of",
                                    new FieldType.Lookup(
                                            SharingObjects.GROUP,
                                            Optional.of(new Inverse("queues", "Queues"))),
                                    SharingObjects.GROUP_OF_QUEUE)
                            .made());

    private static final List<ObjectDefinition> OBJECTS =
            Stream.concat(
                            Stream.of(USER_DEFINITION, PERMISSION_ASSIGNMENT_DEFINITION),
                            SharingObjects.objects().stream())
                    .toList();
    private static final List<FieldDefinition> FIELDS =
            Stream.of(USER_FIELDS, PERMISSION_ASSIGNMENT_FIELDS, SharingObjects.fields())
                    .flatMap(List::stream)
                    .toList();

    private SystemObjects() {}

    /** Whether who writes the field gives or takes what a user may, or whose records are seen. */
    public static boolean givesRights(String object, String field) {
        return object.equals(PERMISSION_ASSIGNMENT)
                || SharingObjects.isOf(object)
                || (object.equals(USER)
                        && (field.equals(ADMINISTRATOR) || SharingObjects.PLACES.contains(field)));
    }

    public static List<ObjectDefinition> objects() {
        return OBJECTS;
    }

    /** Whether the records of an object stay in the table that all objects share. */
    public static boolean isOf(String object) {
        return OBJECTS.stream().anyMatch(each -> each.name().equals(object));
    }

    /** The own fields of the system objects, beside the system fields that all objects have. */
    public static List<FieldDefinition> fields() {
        return FIELDS;
    }

    /** Whether records of an object decide who may see and do what. */
    public static boolean decideAccess(ObjectType object) {
        return object.key() == USER_KEY || object.key() == PERMISSION_ASSIGNMENT_KEY;
    }

    /** The own fields of one of the system objects. */
    public static List<FieldDefinition> fieldsOf(String object) {
        return FIELDS.stream().filter(field -> field.object().equals(object)).toList();
    }
}
