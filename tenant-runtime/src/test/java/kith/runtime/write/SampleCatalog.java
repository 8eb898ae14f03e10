package kith.runtime.write;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import kith.metadata.ObjectDefinition;
import kith.metadata.ObjectDefinition.NameField;
import kith.metadata.ObjectDefinition.Writers;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.RuleProgram;
import kith.metadata.catalog.SlotKind;
import kith.metadata.catalog.Storage;
import kith.metadata.field.FieldType;
import kith.metadata.field.Inverse;
import kith.metadata.field.PicklistValue;

/** Objects with a field of every kind, put together by hand. */
final class SampleCatalog {

    private static final List<PicklistValue> INDUSTRIES =
            List.of(
                    new PicklistValue("tech", "Tech", true),
                    new PicklistValue("retail", "Retail", true),
                    new PicklistValue("steam", "Steam", false));

    static final int REQUIRED = 1;
    static final int UNIQUE = 2;
    static final int READ_ONLY = 4;
    static final int ACTIVE_BY_DEFAULT = 8;
    static final int COLD_BY_DEFAULT = 16;

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
                                .made(),
                        object("Talk", 105, typed(), Writers.MEMBERS, programs)
                                .withAny(
                                        "about",
                                        new TreeMap<>(Map.of(100, "Account", 101, "Contact")),
                                        1)
                                .made()));
    }

    /** The same objects with these rules. */
    static Catalog with(List<Rule> rules) {
        return new Catalog(
                0,
                "sample",
                List.of(),
                plain().objects().stream()
                        .map(object ->
                                new ObjectType(
                                        object.definition(),
                                        object.key(),
                                        object.home(),
                                        object.fields(),
                                        object.relations(),
                                        rules.stream()
                                                .filter(rule ->
                                                        rule.definition()
                                                                .object()
                                                                .equals(object.name()))
                                                .toList()))
                        .toList());
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

    private static SampleObject object(
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
                                    Set.of(
                                            RuleDefinition.Moment.BEFORE_CREATE,
                                            RuleDefinition.Moment.BEFORE_UPDATE),
                                    0,
                                    true,
                                    "",
                                    Optional.empty()),
                            program));
        }
        return new SampleObject(
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
}
