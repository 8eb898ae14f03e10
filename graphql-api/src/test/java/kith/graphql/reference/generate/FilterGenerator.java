package kith.graphql.reference.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kith.graphql.reference.world.Form;
import kith.graphql.reference.world.Kind;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelList;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.World;

/** Makes filters of objects. */
final class FilterGenerator {

    private static final List<String> PERIODS =
            List.of(
                    "TODAY",
                    "YESTERDAY",
                    "TOMORROW",
                    "THIS_WEEK",
                    "LAST_WEEK",
                    "NEXT_WEEK",
                    "THIS_MONTH",
                    "LAST_MONTH",
                    "NEXT_MONTH",
                    "THIS_QUARTER",
                    "LAST_QUARTER",
                    "NEXT_QUARTER",
                    "THIS_YEAR",
                    "LAST_YEAR",
                    "NEXT_YEAR",
                    "LAST_1_DAYS",
                    "LAST_90_DAYS",
                    "NEXT_7_DAYS",
                    "LAST_2_WEEKS",
                    "NEXT_3_WEEKS",
                    "LAST_6_MONTHS",
                    "NEXT_2_QUARTERS",
                    "LAST_30_YEARS");

    private static final List<String> LISTS = List.of("some", "every", "none");

    private final World world;
    private final Dice dice;
    private final Operands operands;

    FilterGenerator(World world, Dice dice) {
        this.world = world;
        this.dice = dice;
        this.operands = new Operands(world, dice);
    }

    Given filter(ModelObject object, int depth) {
        Map<String, Given> members = new LinkedHashMap<>();
        int count = dice.percent(5) ? 0 : dice.percent(70) ? 1 : dice.between(2, 3);
        for (int index = 0; index < count; index++) {
            member(object, depth, members);
        }
        return new Given.Members(members);
    }

    private void member(ModelObject object, int depth, Map<String, Given> members) {
        int kind = depth > 0 ? dice.below(12) : 0;
        switch (kind) {
            case 0, 1, 2, 3, 4, 5 -> own(object, members);
            case 6 -> members.put("and", several(object, depth));
            case 7 -> members.put("or", several(object, depth));
            case 8 -> members.put("not", filter(object, depth - 1));
            case 9, 10 -> through(object, depth, members);
            default -> related(object, depth, members);
        }
    }

    private Given several(ModelObject object, int depth) {
        return new Given.Items(
                IntStream.range(0, dice.percent(5) ? 0 : dice.between(1, 3))
                        .mapToObj(_ -> filter(object, depth - 1))
                        .toList());
    }

    private void own(ModelObject object, Map<String, Given> members) {
        if (object.name().equals(ModelObject.USER) && dice.percent(30)) {
            members.put("me", new Given.Leaf(dice.percent(70), "Boolean"));
            return;
        }
        List<ModelField> fields =
                object.fields().stream()
                        .filter(field -> field.kind() != Kind.MANY_TO_MANY)
                        .toList();
        ModelField field = dice.pick(fields);
        if (field.kind() == Kind.CURRENCY && dice.percent(20)) {
            members.put(field.name() + "Currency", currency());
            return;
        }
        if (field.isAny() && dice.percent(40)) {
            members.put(field.name() + "Type", type(field));
            return;
        }
        String name = field.isPointer() ? field.name() + "Id" : field.name();
        Map<String, Given> operators = new LinkedHashMap<>();
        for (int index = 0; index < (dice.percent(80) ? 1 : 2); index++) {
            operator(object, field, operators);
        }
        members.put(name, new Given.Members(operators));
    }

    private Given currency() {
        String code = dice.pick(List.of("EUR", "USD"));
        Map<String, Given> operator =
                switch (dice.below(5)) {
                    case 0 -> Map.of("eq", Given.text(code));
                    case 1 -> Map.of("ne", Given.text(code));
                    case 2 -> Map.of("in", new Given.Leaf(List.of(code, "GBP"), "[String!]"));
                    case 3 -> Map.of("notIn", new Given.Leaf(List.of(code), "[String!]"));
                    default -> Map.of("isNull", new Given.Leaf(dice.percent(50), "Boolean"));
                };
        return new Given.Members(operator);
    }

    private void through(ModelObject object, int depth, Map<String, Given> members) {
        List<ModelField> references =
                object.fields().stream().filter(ModelField::isPointer).toList();
        List<ModelField> any = references.stream().filter(ModelField::isAny).toList();
        ModelField reference = dice.pick(any.isEmpty() || dice.percent(50) ? references : any);
        members.put(
                reference.name(),
                reference.isAny()
                        ? behind(reference, depth)
                        : filter(world.model().object(reference.targetName()), depth - 1));
    }

    /** What is asked of a lookup to several objects. */
    private Given behind(ModelField reference, int depth) {
        Map<String, Given> members = new LinkedHashMap<>();
        for (int index = 0; index < (dice.percent(80) ? 1 : 2); index++) {
            switch (dice.below(6)) {
                case 0 -> members.put("isNull", new Given.Leaf(dice.percent(50), "Boolean"));
                case 1 -> members.put("type", type(reference));
                case 2 -> {
                    ModelObject owner = world.model().objects().getFirst();
                    members.put(
                            "id",
                            new Given.Members(
                                    Map.of(
                                            "eq",
                                            new Given.Leaf(operands.of(owner, reference), "ID"))));
                }
                default -> {
                    String target = dice.pick(reference.targets());
                    members.put(target, filter(world.model().object(target), depth - 1));
                }
            }
        }
        return new Given.Members(members);
    }

    private Given type(ModelField reference) {
        String name = dice.pick(reference.targets());
        List<String> names = dice.some(reference.targets(), 1, 2);
        return new Given.Members(
                switch (dice.below(5)) {
                    case 0 -> Map.of("eq", Given.text(name));
                    case 1 -> Map.of("ne", Given.text(name));
                    case 2 -> Map.of("in", new Given.Leaf(names, "[String!]"));
                    case 3 -> Map.of("notIn", new Given.Leaf(names, "[String!]"));
                    default -> Map.of("isNull", new Given.Leaf(dice.percent(50), "Boolean"));
                });
    }

    private void related(ModelObject object, int depth, Map<String, Given> members) {
        List<ModelList> lists = world.model().lists(object);
        if (lists.isEmpty()) {
            own(object, members);
            return;
        }
        ModelList list = dice.pick(lists);
        ModelObject target = world.model().object(list.target());
        Map<String, Given> quantifiers = new LinkedHashMap<>();
        for (String quantifier : dice.some(LISTS, 1, dice.percent(85) ? 1 : 2)) {
            quantifiers.put(quantifier, filter(target, depth - 1));
        }
        members.put(list.name(), new Given.Members(quantifiers));
    }

    private void operator(ModelObject object, ModelField field, Map<String, Given> operators) {
        List<String> names = new ArrayList<>(List.of("isNull"));
        if (field.form() == Form.STRINGS) {
            names.addAll(List.of("has", "hasAny", "hasAll", "hasNone"));
        } else {
            names.addAll(List.of("eq", "ne", "in", "notIn"));
        }
        if (field.form().isOrdered()) {
            names.addAll(List.of("gt", "gte", "lt", "lte", "between"));
        }
        if (field.form() == Form.STRING) {
            names.addAll(
                    List.of(
                            "contains",
                            "startsWith",
                            "endsWith",
                            "eqCi",
                            "neCi",
                            "inCi",
                            "notInCi",
                            "containsCi",
                            "startsWithCi",
                            "endsWithCi"));
        }
        if (field.form().isTime()) {
            names.addAll(List.of("relative", "relative"));
        }
        String name = dice.pick(names);
        operators.put(name, operand(object, field, name));
    }

    private Given operand(ModelObject object, ModelField field, String operator) {
        String scalar = field.form().scalar();
        return switch (operator) {
            case "isNull" -> new Given.Leaf(dice.percent(50), "Boolean");
            case "relative" -> Given.text(dice.pick(PERIODS));
            case "in", "notIn", "inCi", "notInCi", "hasAny", "hasAll", "hasNone" ->
                    new Given.Leaf(
                            several(object, field, dice.percent(10) ? 0 : dice.between(1, 4)),
                            "[%s!]".formatted(scalar));
            case "between" -> new Given.Leaf(several(object, field, 2), "[%s!]".formatted(scalar));
            case "contains",
                    "startsWith",
                    "endsWith",
                    "containsCi",
                    "startsWithCi",
                    "endsWithCi" -> {
                String text = (String) operands.of(object, field);
                yield Given.text(dice.percent(30) ? text : Words.part(dice, text));
            }
            case "eq", "ne" ->
                    field.form() == Form.STRING && dice.percent(4)
                            ? Given.text("")
                            : new Given.Leaf(operands.of(object, field), scalar);
            default -> new Given.Leaf(operands.of(object, field), scalar);
        };
    }

    private List<Object> several(ModelObject object, ModelField field, int count) {
        List<Object> values = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            values.add(operands.of(object, field));
        }
        return values;
    }
}
