package kith.runtime.write;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.ObjectDefinition.NameField;
import kith.metadata.ObjectDefinition.Writers;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.RuleProgram;
import kith.metadata.catalog.SlotKind;
import kith.metadata.catalog.Storage;
import kith.metadata.field.FieldType;
import kith.metadata.field.Inverse;
import kith.metadata.field.PicklistValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

/** Objects with a field of every kind, put together by hand. */
final class SampleCatalog {

    private static final List<PicklistValue> INDUSTRIES =
            List.of(
                    new PicklistValue("tech", "Tech", true),
                    new PicklistValue("retail", "Retail", true),
                    new PicklistValue("steam", "Steam", false));

    private static final int REQUIRED = 1;
    private static final int UNIQUE = 2;
    private static final int READ_ONLY = 4;
    private static final int ACTIVE_BY_DEFAULT = 8;
    private static final int COLD_BY_DEFAULT = 16;

    private SampleCatalog() {}

    static Catalog plain() {
        return withRules(Map.of());
    }

    /** The programs run before creation and update of the object that they are named for. */
    static Catalog withRules(Map<String, RuleProgram> programs) {
        return new Catalog(
                0,
                "sample",
                List.of(),
                List.of(
                        object("User", 1, typed(), Writers.ADMINISTRATORS, programs)
                                .with(
                                        "email",
                                        new FieldType.Email(),
                                        slot(SlotKind.TEXT, 1),
                                        UNIQUE)
                                .made(),
                        object("Account", 100, typed(), Writers.MEMBERS, programs)
                                .with(
                                        "industry",
                                        new FieldType.Picklist(INDUSTRIES),
                                        slot(SlotKind.TEXT, 1))
                                .with(
                                        "revenue",
                                        new FieldType.Currency(2),
                                        slot(SlotKind.NUMBER, 1))
                                .with(
                                        "externalId",
                                        new FieldType.Text(255),
                                        slot(SlotKind.TEXT, 2),
                                        UNIQUE)
                                .with("website", new FieldType.Url(), slot(SlotKind.TEXT, 3))
                                .with("founded", new FieldType.Date(), slot(SlotKind.DATE, 1))
                                .with("lastCall", new FieldType.DateTime(), slot(SlotKind.TIME, 1))
                                .with(
                                        "active",
                                        new FieldType.Checkbox(),
                                        slot(SlotKind.BOOLEAN, 1),
                                        ACTIVE_BY_DEFAULT)
                                .with(
                                        "tags",
                                        new FieldType.MultiPicklist(INDUSTRIES),
                                        new Storage.Overflow(1))
                                .with("notes", new FieldType.LongText(100), new Storage.Overflow(2))
                                .with("mass", new FieldType.Numeric(38, 3), new Storage.Overflow(3))
                                .with(
                                        "parent",
                                        lookup("Account", "children"),
                                        slot(SlotKind.REFERENCE, 1))
                                .with(
                                        "secret",
                                        new FieldType.Text(50),
                                        slot(SlotKind.TEXT, 4),
                                        READ_ONLY)
                                .with(
                                        "rating",
                                        new FieldType.Text(50),
                                        slot(SlotKind.TEXT, 5),
                                        COLD_BY_DEFAULT)
                                .made(),
                        object("Contact", 101, typed(), Writers.MEMBERS, programs)
                                .with(
                                        "account",
                                        lookup("Account", "contacts"),
                                        slot(SlotKind.REFERENCE, 1))
                                .with(
                                        "email",
                                        new FieldType.Email(),
                                        slot(SlotKind.TEXT, 1),
                                        UNIQUE)
                                .with(
                                        "friends",
                                        new FieldType.ManyToMany(
                                                "Contact", new Inverse("friendOf", "Friend of")),
                                        new Storage.Links())
                                .made(),
                        object(
                                        "Invoice",
                                        102,
                                        new NameField.Numbered("Number", "INV-{0000}"),
                                        Writers.MEMBERS,
                                        programs)
                                .with(
                                        "account",
                                        lookup("Account", "invoices"),
                                        slot(SlotKind.REFERENCE, 1))
                                .with(
                                        "number",
                                        new FieldType.AutoNumber("N-{000}"),
                                        slot(SlotKind.TEXT, 1))
                                .made(),
                        object("InvoiceLine", 103, typed(), Writers.MEMBERS, programs)
                                .with(
                                        "invoice",
                                        new FieldType.MasterDetail(
                                                "Invoice", new Inverse("lines", "Lines")),
                                        slot(SlotKind.REFERENCE, 1))
                                .with(
                                        "quantity",
                                        new FieldType.Numeric(9, 0),
                                        slot(SlotKind.NUMBER, 1),
                                        REQUIRED)
                                .with(
                                        "code",
                                        new FieldType.Text(50),
                                        slot(SlotKind.TEXT, 1),
                                        UNIQUE)
                                .made(),
                        object("LineNote", 104, typed(), Writers.MEMBERS, programs)
                                .with(
                                        "line",
                                        new FieldType.MasterDetail(
                                                "InvoiceLine", new Inverse("notes", "Notes")),
                                        slot(SlotKind.REFERENCE, 1))
                                .made()));
    }

    private static NameField typed() {
        return new NameField.Typed("Name");
    }

    private static Storage slot(SlotKind kind, int number) {
        return new Storage.Slot(kind, number);
    }

    private static FieldType lookup(String target, String inverse) {
        return new FieldType.Lookup(target, Optional.of(new Inverse(inverse, inverse)));
    }

    private static Making object(
            String name,
            int key,
            NameField nameField,
            Writers writers,
            Map<String, RuleProgram> programs) {
        List<Rule> rules = new ArrayList<>();
        RuleProgram program = programs.get(name);
        if (program != null) {
            rules.add(
                    new Rule(
                            new RuleDefinition(
                                    id(name + ".rule"),
                                    name,
                                    "rule",
                                    "rule",
                                    Optional.empty(),
                                    Set.of(RuleDefinition.Moment.values()),
                                    0,
                                    true,
                                    "",
                                    Optional.empty()),
                            program));
        }
        return new Making(
                new ObjectDefinition(
                        id(name),
                        name,
                        name,
                        name + "s",
                        name + "s",
                        Optional.empty(),
                        Optional.empty(),
                        nameField,
                        OptionalInt.of(key),
                        true,
                        false,
                        false,
                        writers,
                        Optional.empty()),
                key,
                rules);
    }

    /** The id of an object or a field, by its name. */
    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Making {
        private final ObjectDefinition definition;
        private final int key;
        private final List<Rule> rules;
        private final List<Field> fields = new ArrayList<>();

        private Making(ObjectDefinition definition, int key, List<Rule> rules) {
            this.definition = definition;
            this.key = key;
            this.rules = rules;
            FieldType user = new FieldType.Lookup("User", Optional.empty());
            FieldType moment = new FieldType.DateTime();
            system("id", "id", new FieldType.Id());
            system("name", "name", new FieldType.Text(255));
            system("version", "version", new FieldType.Numeric(9, 0));
            system("owner", "owner", user);
            system("createdAt", "created_at", moment);
            system("createdBy", "created_by", user);
            system("updatedAt", "updated_at", moment);
            system("updatedBy", "updated_by", user);
            system("deletedAt", "deleted_at", moment);
        }

        private void system(String name, String column, FieldType type) {
            boolean isRequired =
                    name.equals("name") && definition.nameField() instanceof NameField.Typed;
            add(
                    id("*." + name),
                    name,
                    type,
                    new Storage.Column(column),
                    isRequired ? REQUIRED : 0,
                    true);
        }

        private Making with(String name, FieldType type, Storage storage) {
            return with(name, type, storage, 0);
        }

        private Making with(String name, FieldType type, Storage storage, int traits) {
            add(id(definition.name() + "." + name), name, type, storage, traits, false);
            return this;
        }

        private void add(
                UUID id,
                String name,
                FieldType type,
                Storage storage,
                int traits,
                boolean isSystem) {
            Optional<JsonNode> start =
                    switch (traits) {
                        case ACTIVE_BY_DEFAULT -> Optional.of(BooleanNode.TRUE);
                        case COLD_BY_DEFAULT -> Optional.of(StringNode.valueOf("cold"));
                        default -> Optional.empty();
                    };
            fields.add(
                    new Field(
                            new FieldDefinition(
                                    id,
                                    definition.name(),
                                    name,
                                    name,
                                    type,
                                    (traits & REQUIRED) != 0,
                                    (traits & UNIQUE) != 0,
                                    false,
                                    false,
                                    (traits & READ_ONLY) != 0,
                                    false,
                                    Optional.empty(),
                                    start,
                                    Optional.of(storage),
                                    Optional.empty()),
                            storage,
                            isSystem));
        }

        private ObjectType made() {
            return new ObjectType(definition, key, fields, List.of(), rules);
        }
    }
}
