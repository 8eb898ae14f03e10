package kith.metadata.codec;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kith.metadata.Component;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.ObjectDefinition.NameField;
import kith.metadata.ObjectDefinition.Writers;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.PermissionSetDefinition.Purpose;
import kith.metadata.RollUpDefinition;
import kith.metadata.RollUpDefinition.Function;
import kith.metadata.RuleButton;
import kith.metadata.RuleCall;
import kith.metadata.RuleDefinition;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.SlotKind;
import kith.metadata.catalog.Storage;
import kith.metadata.field.FieldType;
import kith.metadata.field.Inverse;
import kith.metadata.field.PicklistValue;
import kith.metadata.permission.FieldRight;
import kith.metadata.permission.ObjectPermissions;
import kith.metadata.permission.ObjectRight;
import kith.metadata.permission.UserFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Components of all kinds and types, the same ones for the same seed. */
final class RandomComponents {

    private final Random random;

    RandomComponents(long seed) {
        this.random = new Random(seed);
    }

    Component next() {
        return pick(List.<Supplier<Component>>of(
                        this::object, this::field, this::rule, this::permissionSet))
                .get();
    }

    private ObjectDefinition object() {
        return new ObjectDefinition(
                uuid(),
                text(),
                text(),
                text(),
                text(),
                maybe(this::text),
                maybe(this::text),
                random.nextBoolean()
                        ? new NameField.Typed(text())
                        : new NameField.Numbered(text(), "N-{000}"),
                random.nextBoolean() ? OptionalInt.of(random.nextInt()) : OptionalInt.empty(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                pick(List.of(Writers.values())),
                maybe(this::text));
    }

    private PermissionSetDefinition permissionSet() {
        Map<String, ObjectPermissions> objects = new HashMap<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            objects.put(random.nextBoolean() ? "*" : text(), permissions());
        }
        return new PermissionSetDefinition(
                uuid(),
                text(),
                text(),
                maybe(this::text),
                pick(List.of(Purpose.values())),
                objects,
                some(UserFunction.class),
                maybe(this::text));
    }

    private ObjectPermissions permissions() {
        Map<String, FieldRight> fields = new HashMap<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            fields.put(text(), pick(List.of(FieldRight.values())));
        }
        return new ObjectPermissions(
                some(ObjectRight.class), pick(List.of(FieldRight.values())), fields);
    }

    private <E extends Enum<E>> Set<E> some(Class<E> type) {
        Set<E> some = EnumSet.allOf(type);
        some.removeIf(each -> random.nextBoolean());
        return some;
    }

    private FieldDefinition field() {
        return new FieldDefinition(
                uuid(),
                text(),
                text(),
                text(),
                type(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                maybe(this::text),
                maybe(this::defaultValue),
                maybe(this::storage),
                maybe(this::text),
                maybe(this::text),
                maybe(this::rollUp),
                maybe(this::text));
    }

    private RollUpDefinition rollUp() {
        return new RollUpDefinition(
                text(),
                text(),
                Function.named(oneOf(Function.names())).orElseThrow(),
                maybe(this::text),
                maybe(this::text));
    }

    private String oneOf(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private RuleDefinition rule() {
        EnumSet<Moment> on =
                random.nextBoolean()
                        ? EnumSet.allOf(Moment.class)
                        : EnumSet.of(pick(List.of(Moment.values())));
        return new RuleDefinition(
                uuid(),
                text(),
                text(),
                text(),
                maybe(this::text),
                on,
                random.nextInt(1_000),
                random.nextBoolean(),
                new RuleCall(
                        pick(List.of(RuleCall.Per.values())),
                        pick(List.of(RuleCall.Mode.values())),
                        maybe(() -> "x" + text()),
                        on.contains(Moment.BUTTON) ? Optional.of(button()) : Optional.empty()),
                text() + "\n\t\"quoted\" 'script' ${x}\n",
                maybe(this::text));
    }

    private RuleButton button() {
        return new RuleButton(
                random.nextBoolean()
                        ? EnumSet.allOf(RuleButton.Place.class)
                        : EnumSet.of(pick(List.of(RuleButton.Place.values()))),
                maybe(() -> "x" + text()));
    }

    private FieldType type() {
        return pick(
                List.of(
                        new FieldType.Text(random.nextInt(4_000)),
                        new FieldType.LongText(random.nextInt(100_000)),
                        new FieldType.Numeric(random.nextInt(38), random.nextInt(10)),
                        new FieldType.Currency(random.nextInt(8)),
                        new FieldType.Percent(random.nextInt(8)),
                        new FieldType.Date(),
                        new FieldType.DateTime(),
                        new FieldType.Checkbox(),
                        new FieldType.Picklist(values()),
                        new FieldType.MultiPicklist(values()),
                        new FieldType.Email(),
                        new FieldType.Phone(),
                        new FieldType.Url(),
                        new FieldType.AutoNumber("A-{" + "0".repeat(1 + random.nextInt(5)) + "}"),
                        new FieldType.Lookup(text(), Optional.of(inverse())),
                        new FieldType.PolymorphicLookup(List.of(text(), text()), inverse()),
                        new FieldType.MasterDetail(text(), inverse()),
                        new FieldType.ManyToMany(text(), inverse())));
    }

    private List<PicklistValue> values() {
        return IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(index -> new PicklistValue(text(), text(), random.nextBoolean()))
                .toList();
    }

    private Inverse inverse() {
        return new Inverse(text(), text());
    }

    private JsonNode defaultValue() {
        return pick(
                List.of(
                        StringNode.valueOf(text()),
                        JsonNodeFactory.instance.objectNode().put("expression", text()),
                        BooleanNode.TRUE,
                        DecimalNode.valueOf(
                                BigDecimal.valueOf(1 + 2L * random.nextInt(1_000), 3))));
    }

    private Storage storage() {
        SlotKind kind = pick(List.of(SlotKind.values()));
        return pick(
                List.of(
                        new Storage.Slot(kind, 1 + random.nextInt(kind.count())),
                        new Storage.Overflow(1 + random.nextInt(500)),
                        new Storage.Links()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private String text() {
        String letters = "abcXYZ019 äß€\u1F600\"\\:#-";
        return "t"
                + random.ints(random.nextInt(12), 0, letters.length())
                        .mapToObj(index -> letters.substring(index, index + 1))
                        .reduce("", String::concat);
    }
}
