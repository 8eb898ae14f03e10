package kith.metadata.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
                    field("administrator", "Administrator", new FieldType.Checkbox(), flag(2))
                            .made(),
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

    public static List<ObjectDefinition> objects() {
        return List.of(USER_DEFINITION);
    }

    /** The own fields of the system objects, beside the system fields that all objects have. */
    public static List<FieldDefinition> fields() {
        return USER_FIELDS;
    }

    private static Slot text(int number) {
        return new Slot(SlotKind.TEXT, number);
    }

    private static Slot flag(int number) {
        return new Slot(SlotKind.BOOLEAN, number);
    }

    private static Draft field(String name, String label, FieldType type, Storage storage) {
        return new Draft(name, label, type, storage, false, false, false, Optional.empty());
    }

    /** A field of the user object in the making. */
    private record Draft(
            String name,
            String label,
            FieldType type,
            Storage storage,
            boolean isRequired,
            boolean isUnique,
            boolean isReadOnly,
            Optional<JsonNode> start) {

        Draft required() {
            return new Draft(name, label, type, storage, true, isUnique, isReadOnly, start);
        }

        Draft unique() {
            return new Draft(name, label, type, storage, isRequired, true, isReadOnly, start);
        }

        Draft readOnly() {
            return new Draft(name, label, type, storage, isRequired, isUnique, true, start);
        }

        Draft startingWith(JsonNode value) {
            return new Draft(
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
                    PackageIds.of(PACKAGE, ComponentRef.field(USER, name)),
                    USER,
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
