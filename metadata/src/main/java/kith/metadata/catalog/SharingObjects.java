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

/**
 * The objects that say who may see records: roles, which make a tree, groups, and who is in them. A
 * queue is a user as whom nobody signs in: what it owns, the members of its group own together.
 */
public final class SharingObjects {

    /** A place in the organization; those above see what those below own. */
    public static final String ROLE = "AccessRole";

    public static final int ROLE_KEY = 3;

    /** People, roles and groups with which records are shared. */
    public static final String GROUP = "AccessGroup";

    public static final int GROUP_KEY = 4;

    /** That a user, a role or a group is in a group. */
    public static final String MEMBER = "AccessMember";

    public static final int MEMBER_KEY = 5;

    /** That records of some owners are shared with others. */
    public static final String RULE = "AccessRule";

    public static final int RULE_KEY = 6;

    /** Beyond the slots that tenants have taken for lookups of their own. */
    static final Slot ROLE_OF_USER = new Slot(SlotKind.REFERENCE, 20);

    static final Slot GROUP_OF_QUEUE = new Slot(SlotKind.REFERENCE, 19);

    private static final List<String> NAMES = List.of(ROLE, GROUP, MEMBER, RULE);

    /** The fields of users that say whose records they see. */
    static final List<String> PLACES = List.of("role", "queueOf");

    private SharingObjects() {}

    static boolean isOf(String object) {
        return NAMES.contains(object);
    }

    static List<ObjectDefinition> objects() {
        return List.of(
                object(ROLE, "Role", "accessRoles", "Roles", ROLE_KEY, new NameField.Typed("Name")),
                object(
                        GROUP,
                        "Group",
                        "accessGroups",
                        "Groups",
                        GROUP_KEY,
                        new NameField.Typed("Name")),
                object(
                        MEMBER,
                        "Group member",
                        "accessMembers",
                        "Group members",
                        MEMBER_KEY,
                        new NameField.Numbered("Number", "M-{000000}")),
                object(
                        RULE,
                        "Sharing rule",
                        "accessRules",
                        "Sharing rules",
                        RULE_KEY,
                        new NameField.Typed("Name")));
    }

    static List<FieldDefinition> fields() {
        return List.of(
                code(ROLE),
                reference(ROLE, "parent", "Above", ROLE, 1, "below", "Below").made(),
                code(GROUP),
                reference(MEMBER, "group", "Group", GROUP, 1, "members", "Members")
                        .required()
                        .made(),
                reference(MEMBER, "user", "User", SystemObjects.USER, 2, "groups", "Groups").made(),
                reference(MEMBER, "role", "Role", ROLE, 3, "groups", "Groups").made(),
                checkbox(MEMBER, "withBelow", "With the roles below", 1),
                reference(MEMBER, "inner", "Inner group", GROUP, 4, "outer", "Is in").made(),
                SystemField.of(
                                RULE,
                                "object",
                                "Object",
                                new FieldType.Text(SystemField.SHORT),
                                SystemField.text(1))
                        .required()
                        .made(),
                reference(
                                RULE,
                                "fromRole",
                                "Owned in role",
                                ROLE,
                                1,
                                "rulesFrom",
                                "Shares by rules")
                        .made(),
                checkbox(RULE, "fromBelow", "With the roles below the owner's", 1),
                reference(
                                RULE,
                                "fromGroup",
                                "Owned in group",
                                GROUP,
                                2,
                                "rulesFrom",
                                "Shares by rules")
                        .made(),
                reference(RULE, "toRole", "Shared with role", ROLE, 3, "rulesTo", "Given by rules")
                        .made(),
                checkbox(RULE, "toBelow", "With the roles below", 2),
                reference(
                                RULE,
                                "toGroup",
                                "Shared with group",
                                GROUP,
                                4,
                                "rulesTo",
                                "Given by rules")
                        .made(),
                checkbox(RULE, "mayChange", "They may change them", 3));
    }

    /** By which rules name it, whatever it is called. */
    private static FieldDefinition code(String object) {
        return SystemField.of(
                        object,
                        "code",
                        "Code",
                        new FieldType.Text(SystemField.SHORT),
                        SystemField.text(1))
                .unique()
                .made();
    }

    private static FieldDefinition checkbox(String object, String name, String label, int slot) {
        return SystemField.of(object, name, label, new FieldType.Checkbox(), SystemField.flag(slot))
                .made();
    }

    private static SystemField reference(
            String object,
            String name,
            String label,
            String target,
            int slot,
            String inverse,
            String inverseLabel) {
        return SystemField.of(
                object,
                name,
                label,
                new FieldType.Lookup(target, Optional.of(new Inverse(inverse, inverseLabel))),
                new Slot(SlotKind.REFERENCE, slot));
    }

    private static ObjectDefinition object(
            String name,
            String label,
            String pluralName,
            String pluralLabel,
            int key,
            NameField nameField) {
        return new ObjectDefinition(
                PackageIds.of(SystemObjects.PACKAGE, ComponentRef.object(name)),
                name,
                label,
                pluralName,
                pluralLabel,
                Optional.empty(),
                Optional.of("users"),
                nameField,
                OptionalInt.of(key),
                true,
                false,
                false,
                Writers.ADMINISTRATORS,
                Optional.of(SystemObjects.PACKAGE));
    }
}
