package kith.graphql.reference.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import kith.graphql.reference.world.Form;
import kith.graphql.reference.world.Kind;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.World;

/** Makes keys, conditions and orders of groups, and what is computed over them. */
final class AggregateGenerator {

    private static final List<String> DAYS =
            List.of(
                    "YEAR",
                    "QUARTER",
                    "MONTH",
                    "WEEK",
                    "DAY",
                    "QUARTER_OF_YEAR",
                    "MONTH_OF_YEAR",
                    "DAY_OF_MONTH",
                    "DAY_OF_WEEK");
    private static final List<String> HOURS = List.of("HOUR", "HOUR_OF_DAY");
    private static final List<String> ZONES =
            List.of("America/New_York", "Asia/Kolkata", "UTC", "Pacific/Auckland");
    private static final Set<String> NEVER = Set.of("id", "version", "deletedAt");
    private static final Set<String> ALWAYS = Set.of("createdAt", "updatedAt");

    private final World world;
    private final Dice dice;
    private final Operands operands;

    AggregateGenerator(World world, Dice dice) {
        this.world = world;
        this.dice = dice;
        this.operands = new Operands(world, dice);
    }

    /** The arguments by name. */
    Map<String, Given> arguments(ModelObject object) {
        Map<String, Given> arguments = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        List<Given> keys = new ArrayList<>();
        for (int index = 0; index < dice.pick(List.of(0, 1, 1, 1, 2, 3)); index++) {
            String name = "k" + index;
            keys.add(key(object, name));
            names.add(name);
        }
        if (!keys.isEmpty() || dice.percent(20)) {
            arguments.put("groupBy", new Given.Items(keys));
        }
        if (dice.percent(30)) {
            arguments.put("having", condition(object, 2));
        }
        if (dice.percent(40)) {
            arguments.put("orderBy", order(object, names));
        }
        if (dice.percent(30)) {
            arguments.put("first", new Given.Leaf(dice.between(1, 6), "Int"));
        }
        return arguments;
    }

    private Given key(ModelObject object, String name) {
        List<String> path = new ArrayList<>();
        ModelObject at = object;
        for (int step = 0; step < 2 && dice.percent(30); step++) {
            List<ModelField> references =
                    at.fields().stream().filter(ModelField::isPointer).toList();
            ModelField reference = dice.pick(references);
            String target = dice.pick(reference.targets());
            path.add(reference.name());
            if (reference.isAny()) {
                path.add(target);
            }
            at = world.model().object(target);
        }
        ModelField field =
                dice.pick(
                        at.fields().stream()
                                .filter(one ->
                                        one.kind() != Kind.LONG_TEXT
                                                && one.kind() != Kind.MULTI_PICKLIST
                                                && one.kind() != Kind.MANY_TO_MANY)
                                .toList());
        String ending = field.isAny() && dice.percent(50) ? "Type" : "Id";
        path.add(field.isPointer() && dice.percent(50) ? field.name() + ending : field.name());
        Map<String, Given> key = new LinkedHashMap<>();
        key.put("path", new Given.Leaf(List.copyOf(path), "[String!]!"));
        key.put("as", Given.text(name));
        if (field.form().isTime() && dice.percent(80)) {
            boolean isHours = field.form() == Form.DATE_TIME && dice.percent(25);
            key.put("by", new Given.Word(dice.pick(isHours ? HOURS : DAYS)));
            if (field.form() == Form.DATE_TIME && dice.percent(40)) {
                key.put("timeZone", Given.text(dice.pick(ZONES)));
            }
        } else if (field.form().isNumber() && dice.percent(50)) {
            key.put("ranges", new Given.Leaf(bounds(), "[Decimal!]"));
        }
        return new Given.Members(key);
    }

    private List<Object> bounds() {
        Set<BigDecimal> bounds = new TreeSet<>();
        for (int index = 0; index < dice.between(1, 4); index++) {
            bounds.add(
                    new BigDecimal(
                            dice.pick(
                                    List.of(
                                            "-1",
                                            "0",
                                            "0.005",
                                            "1",
                                            "2.5",
                                            "5",
                                            "99999999",
                                            "1000000000000",
                                            "-0.01",
                                            "10"))));
        }
        return List.copyOf(bounds);
    }

    private Given condition(ModelObject object, int depth) {
        Map<String, Given> members = new LinkedHashMap<>();
        if (depth > 0 && dice.percent(30)) {
            String name = dice.pick(List.of("and", "or", "not"));
            Given inner = condition(object, depth - 1);
            members.put(
                    name,
                    name.equals("not")
                            ? inner
                            : new Given.Items(List.of(inner, condition(object, depth - 1))));
            return new Given.Members(members);
        }
        String function = measure(object, members);
        if (dice.percent(10)) {
            members.put("isNull", new Given.Leaf(dice.percent(50), "Boolean"));
        } else {
            String operator = dice.pick(List.of("eq", "ne", "gt", "gte", "lt", "lte"));
            members.put(operator, compared(object, function, members));
        }
        return new Given.Members(members);
    }

    private Given compared(ModelObject object, String function, Map<String, Given> members) {
        if (!function.equals("MIN") && !function.equals("MAX")) {
            return new Given.Leaf(
                    dice.pick(List.of("0", "1", "2", "3", "10", "50", "33.33", "-5")), "JSON");
        }
        String name = (String) ((Given.Leaf) Objects.requireNonNull(members.get("field"))).json();
        ModelField field = object.require(name);
        Object value = operands.of(object, field);
        return new Given.Leaf(
                value instanceof BigDecimal number ? number.toPlainString() : value, "JSON");
    }

    /** Names a measure in the members; its function. */
    private String measure(ModelObject object, Map<String, Given> members) {
        List<String> functions = new ArrayList<>(List.of("COUNT", "COUNT"));
        List.of("SUM", "AVG", "MIN", "MAX", "COUNT_DISTINCT", "PERCENT_EMPTY")
                .forEach(name -> {
                    if (!fields(object, name).isEmpty()) {
                        functions.add(name);
                    }
                });
        String function = dice.pick(functions);
        members.put("of", new Given.Word(function));
        if (!function.equals("COUNT")) {
            members.put("field", Given.text(dice.pick(fields(object, function))));
        }
        return function;
    }

    private Given order(ModelObject object, List<String> keys) {
        List<Given> terms = new ArrayList<>();
        for (int index = 0; index < dice.between(1, 2); index++) {
            Map<String, Given> term = new LinkedHashMap<>();
            if (!keys.isEmpty() && dice.percent(50)) {
                term.put("key", Given.text(dice.pick(keys)));
            } else {
                measure(object, term);
            }
            if (dice.percent(80)) {
                term.put("direction", new Given.Word(dice.pick(OrderGenerator.DIRECTIONS)));
            }
            terms.add(new Given.Members(term));
        }
        return new Given.Items(terms);
    }

    /** The names of the fields over which the function can be computed. */
    static List<String> fields(ModelObject object, String function) {
        return object.fields().stream()
                .filter(field -> field.kind() != Kind.MANY_TO_MANY)
                .filter(field -> !NEVER.contains(field.name()) || !field.isSystem())
                .filter(field -> isPossible(field, function))
                .map(field -> field.isPointer() ? field.name() + "Id" : field.name())
                .toList();
    }

    private static boolean isPossible(ModelField field, String function) {
        boolean isLong = field.kind() == Kind.LONG_TEXT;
        return switch (function) {
            case "SUM", "AVG" -> field.form().isNumber();
            case "MIN", "MAX" -> field.form().isOrdered() && !isLong;
            case "COUNT_DISTINCT" -> field.form() != Form.STRINGS && !isLong;
            case "PERCENT_EMPTY" ->
                    field.form() != Form.BOOLEAN
                            && !(field.isSystem() && ALWAYS.contains(field.name()));
            default -> throw new IllegalArgumentException(function);
        };
    }

    /** The selection of an aggregate. */
    String selection(ModelObject object) {
        StringBuilder groups = new StringBuilder("{ keys count");
        Map<String, String> names =
                Map.of(
                        "sum",
                        "SUM",
                        "avg",
                        "AVG",
                        "min",
                        "MIN",
                        "max",
                        "MAX",
                        "countDistinct",
                        "COUNT_DISTINCT",
                        "percentEmpty",
                        "PERCENT_EMPTY");
        for (String name : dice.some(names.keySet().stream().sorted().toList(), 0, 3)) {
            List<String> fields =
                    dice.some(fields(object, Objects.requireNonNull(names.get(name))), 1, 4);
            if (!fields.isEmpty()) {
                groups.append(" %s { %s }".formatted(name, String.join(" ", fields)));
            }
        }
        return "{ %sgroups %s } }".formatted(dice.percent(40) ? "hasMore " : "", groups);
    }
}
