package kith.graphql.reference.generate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import kith.graphql.reference.world.Derived;
import kith.graphql.reference.world.Kind;
import kith.graphql.reference.world.Model;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelField.Trait;
import kith.graphql.reference.world.ModelList;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.World;

/** Adds formulas, some of them stored, and roll-ups to the objects of a model. */
public final class DerivedFields {

    private static final BigDecimal SEVEN = BigDecimal.valueOf(7);
    private static final int MONEY_DIGITS = 18;
    private static final int MOST_STORED = 2;
    private static final String CROWD = "crowd";

    private final Model model;
    private final Dice dice;
    private final List<Derived> all = new ArrayList<>();
    private int stored;

    private DerivedFields(Model model, Dice dice) {
        this.model = model;
        this.dice = dice;
    }

    /** The model with such fields. */
    public static Model addedTo(Model model, Dice dice) {
        DerivedFields fields = new DerivedFields(model, dice);
        model.objects().stream()
                .filter(object -> !object.name().equals(ModelObject.USER))
                .forEach(fields::derive);
        return new Model(
                model.objects().stream().map(fields::extended).toList(), List.copyOf(fields.all));
    }

    private ModelObject extended(ModelObject object) {
        List<ModelField> fields =
                Stream.concat(
                                object.fields().stream(),
                                all.stream()
                                        .filter(one -> one.object().equals(object.name()))
                                        .map(Derived::field))
                        .toList();
        return new ModelObject(
                object.name(), object.plural(), object.isNumbered(), object.keepsHistory(), fields);
    }

    private void derive(ModelObject object) {
        stored = 0;
        for (ModelField field : object.fields()) {
            if (!field.isSystem() && !field.name().startsWith(CROWD) && dice.percent(50)) {
                formula(object, field);
            }
        }
        for (ModelList list : model.lists(object)) {
            if (list.way() == ModelList.Way.CHILDREN
                    && list.field().isToOne()
                    && dice.percent(60)) {
                rollUps(object, list);
            }
        }
    }

    private void formula(ModelObject object, ModelField field) {
        String name = field.name() + "Derived";
        switch (field.kind()) {
            case WHOLE, NUMBER, CURRENCY, PERCENT ->
                    add(
                            object,
                            whole(name),
                            formula("round(coalesce(%s, 0)) %% 7".formatted(field.name())),
                            (_, row) ->
                                    Optional.of(
                                            row.value(field)
                                                    .map(BigDecimal.class::cast)
                                                    .orElse(BigDecimal.ZERO)
                                                    .setScale(0, RoundingMode.HALF_UP)
                                                    .remainder(SEVEN)));
            case TEXT ->
                    add(
                            object,
                            ModelField.of(name, Kind.TEXT, Trait.DERIVED),
                            formula("%s + '!'".formatted(field.name())),
                            (_, row) ->
                                    Optional.of(
                                            row.value(field).map(Object::toString).orElse("")
                                                    + "!"));
            case DATE ->
                    add(
                            object,
                            ModelField.of(name, Kind.DATE, Trait.DERIVED),
                            formula("%s + 3".formatted(field.name())),
                            (_, row) ->
                                    row.value(field)
                                            .map(LocalDate.class::cast)
                                            .map(date -> date.plusDays(3))
                                            .filter(date -> date.getYear() <= 9999)
                                            .map(Object.class::cast));
            case BOOLEAN ->
                    add(
                            object,
                            ModelField.of(name, Kind.BOOLEAN, Trait.DERIVED),
                            formula("!%s".formatted(field.name())),
                            (_, row) -> row.value(field).map(flag -> !(Boolean) flag));
            case LOOKUP, MASTER_DETAIL -> {
                if (!field.isSystem()) {
                    add(
                            object,
                            ModelField.of(name, Kind.TEXT, Trait.DERIVED),
                            formula("%s.name".formatted(field.name())),
                            (world, row) ->
                                    world.behind(row, field)
                                            .map(target -> target.values().get("name")));
                }
            }
            default -> {}
        }
    }

    private String formula(String expression) {
        boolean isStored = stored < MOST_STORED && dice.percent(40);
        stored += isStored ? 1 : 0;
        return "formula: \"%s\"\n%s".formatted(expression, isStored ? "indexed: true\n" : "");
    }

    private void rollUps(ModelObject object, ModelList list) {
        add(
                object,
                whole(list.name() + "Count"),
                rollUp(list, "count", Optional.empty()),
                (world, row) -> Optional.of(BigDecimal.valueOf(counted(world, row, list).size())));
        for (ModelField field : model.object(list.target()).fields()) {
            if (field.kind() == Kind.CURRENCY) {
                add(
                        object,
                        ModelField.number(
                                list.name() + "Sum",
                                Kind.CURRENCY,
                                MONEY_DIGITS,
                                field.decimals(),
                                Trait.DERIVED),
                        rollUp(list, "sum", Optional.of(field)),
                        (world, row) -> sum(counted(world, row, list), field));
                break;
            }
        }
        for (ModelField field : model.object(list.target()).fields()) {
            if (field.kind() == Kind.DATE) {
                boolean isMax = dice.percent(50);
                add(
                        object,
                        ModelField.of(list.name() + "Extreme", Kind.DATE, Trait.DERIVED),
                        rollUp(list, isMax ? "max" : "min", Optional.of(field)),
                        (world, row) -> extreme(counted(world, row, list), field, isMax));
                break;
            }
        }
    }

    private static String rollUp(ModelList list, String function, Optional<ModelField> of) {
        return "rollUp: { object: %s, through: %s, function: %s%s }\n"
                .formatted(
                        list.target(),
                        list.field().name(),
                        function,
                        of.map(field -> ", of: " + field.name()).orElse(""));
    }

    private static List<Row> counted(World world, Row row, ModelList list) {
        return world.related(row, list);
    }

    private static Optional<Object> sum(List<Row> rows, ModelField field) {
        BigDecimal sum =
                rows.stream()
                        .flatMap(row -> row.value(field).stream())
                        .map(BigDecimal.class::cast)
                        .reduce(BigDecimal.ZERO.setScale(field.decimals()), BigDecimal::add);
        boolean isTooLong =
                sum.signum() != 0 && sum.unscaledValue().abs().toString().length() > MONEY_DIGITS;
        return isTooLong ? Optional.empty() : Optional.of(sum);
    }

    private static Optional<Object> extreme(List<Row> rows, ModelField field, boolean isMax) {
        Stream<LocalDate> dates =
                rows.stream().flatMap(row -> row.value(field).stream()).map(LocalDate.class::cast);
        return dates.reduce((one, other) -> one.isAfter(other) == isMax ? one : other)
                .map(Object.class::cast);
    }

    private static ModelField whole(String name) {
        return ModelField.number(name, Kind.WHOLE, 9, 0, Trait.DERIVED);
    }

    private void add(
            ModelObject object,
            ModelField field,
            String yaml,
            BiFunction<World, Row, Optional<Object>> compute) {
        all.add(new Derived(object.name(), field, yaml, compute));
    }
}
