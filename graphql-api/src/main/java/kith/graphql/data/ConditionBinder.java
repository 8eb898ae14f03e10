package kith.graphql.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kith.graphql.GraphqlProblem;
import kith.metadata.catalog.Field;
import kith.metadata.field.FieldType;
import kith.metadata.problem.Problem;
import kith.runtime.read.Predicate;
import kith.runtime.read.Predicate.Operator;
import kith.runtime.value.Coercion;
import kith.runtime.value.FieldValues;
import org.jspecify.annotations.Nullable;

/** Binds the conditions on one field: operators and the values they compare with. */
final class ConditionBinder {

    /** Of parts of texts, and of texts whatever their case. */
    static final FieldType TEXT = new FieldType.LongText(Integer.MAX_VALUE);

    private final Binding binding;

    ConditionBinder(Binding binding) {
        this.binding = binding;
    }

    Predicate bind(Field field, Object operators, RequestPath path, int depth) {
        List<Predicate> parts = new ArrayList<>();
        ((Map<?, ?>) operators)
                .forEach((name, value) -> {
                    RequestPath place = path.then(name);
                    binding.budget().condition(depth, place);
                    parts.add(condition(field, String.valueOf(name), value, place));
                });
        if (parts.isEmpty()) {
            binding.problems()
                    .add(
                            GraphqlProblem.FILTER_EMPTY,
                            path,
                            "The condition on `%s` has no operator".formatted(field.name()),
                            "Leave the field out if it does not matter");
        }
        return parts.size() == 1 ? parts.getFirst() : new Predicate.All(parts);
    }

    private Predicate refusedNull(RequestPath path) {
        return refused(
                GraphqlProblem.ARGUMENT_INVALID,
                path,
                "null compares with nothing",
                "Ask with `isNull`");
    }

    private Predicate condition(
            Field field, String operator, @Nullable Object value, RequestPath path) {
        if (value == null) {
            return refusedNull(path);
        }
        if (value instanceof OpenVariable open) {
            return OpenComparison.of(
                    condition(field, operator, open.sample(), path), open, operator);
        }
        return switch (operator) {
            case "eq" -> equal(field, value, path);
            case "ne" -> new Predicate.Not(equal(field, value, path));
            case "in" -> oneOf(field, (List<?>) value, path);
            case "notIn" -> new Predicate.Not(oneOf(field, (List<?>) value, path));
            case "gt" -> compare(field, Operator.GT, value, path);
            case "gte" -> compare(field, Operator.GTE, value, path);
            case "lt" -> compare(field, Operator.LT, value, path);
            case "lte" -> compare(field, Operator.LTE, value, path);
            case "between" -> between(field, (List<?>) value, path);
            case "contains" -> text(field, Operator.CONTAINS, value, path);
            case "startsWith" -> text(field, Operator.STARTS_WITH, value, path);
            case "endsWith" -> text(field, Operator.ENDS_WITH, value, path);
            case "eqCi" -> text(field, Operator.EQ_CI, value, path);
            case "neCi" -> new Predicate.Not(text(field, Operator.EQ_CI, value, path));
            case "inCi" -> anyOf(value, path, one -> text(field, Operator.EQ_CI, one, path));
            case "notInCi" ->
                    new Predicate.Not(
                            anyOf(value, path, one -> text(field, Operator.EQ_CI, one, path)));
            case "containsCi" -> text(field, Operator.CONTAINS_CI, value, path);
            case "startsWithCi" -> text(field, Operator.STARTS_WITH_CI, value, path);
            case "endsWithCi" -> text(field, Operator.ENDS_WITH_CI, value, path);
            case "has" -> compare(field, Operator.HAS, value, path);
            case "hasAny" -> anyOf(value, path, one -> compare(field, Operator.HAS, one, path));
            case "hasAll" ->
                    new Predicate.All(
                            each(value, path, one -> compare(field, Operator.HAS, one, path)));
            case "hasNone" ->
                    new Predicate.Not(
                            anyOf(value, path, one -> compare(field, Operator.HAS, one, path)));
            case "relative" -> relative(field, (String) value, path);
            case "isNull" ->
                    (boolean) value
                            ? new Predicate.Missing(field)
                            : new Predicate.Not(new Predicate.Missing(field));
            default -> throw new IllegalStateException("Unknown operator " + operator);
        };
    }

    /** An empty text is no value. */
    private Predicate equal(Field field, Object value, RequestPath path) {
        return switch (FieldValues.coerceComparand(field.type(), value)) {
            case Coercion.Accepted(Object typed) ->
                    typed == null
                            ? new Predicate.Missing(field)
                            : new Predicate.Compare(field, Operator.EQ, typed);
            case Coercion.Refused(Problem problem) -> refused(problem, path);
        };
    }

    private Predicate oneOf(Field field, List<?> values, RequestPath path) {
        if (isTooLong(values, path)) {
            return Predicate.NEVER;
        }
        List<Object> typed = new ArrayList<>(values.size());
        for (int index = 0; index < values.size(); index++) {
            comparand(field.type(), values.get(index), path.then(index)).ifPresent(typed::add);
        }
        return new Predicate.OneOf(field, typed);
    }

    private Predicate between(Field field, List<?> ends, RequestPath path) {
        if (ends.size() != 2) {
            return refused(
                    GraphqlProblem.ARGUMENT_INVALID,
                    path,
                    "between takes two values, not %d".formatted(ends.size()),
                    "Write the lower end first, e.g. [1, 10]");
        }
        return new Predicate.All(
                List.of(
                        compare(field, Operator.GTE, ends.get(0), path.then(0)),
                        compare(field, Operator.LTE, ends.get(1), path.then(1))));
    }

    private Predicate compare(
            Field field, Operator operator, @Nullable Object value, RequestPath path) {
        FieldType type = operator == Operator.HAS ? field.type() : orderedType(field);
        return comparand(type, value, path)
                .<Predicate>map(typed -> new Predicate.Compare(field, operator, typed))
                .orElse(Predicate.NEVER);
    }

    /** A part of a picklist's value is no value of it, but may be compared with. */
    static FieldType orderedType(Field field) {
        return field.type() instanceof FieldType.Picklist ? TEXT : field.type();
    }

    private Predicate text(
            Field field, Operator operator, @Nullable Object value, RequestPath path) {
        return comparand(TEXT, value, path)
                .<Predicate>map(typed -> new Predicate.Compare(field, operator, typed))
                .orElse(Predicate.NEVER);
    }

    private Predicate relative(Field field, String text, RequestPath path) {
        Optional<RelativePeriod> period = RelativePeriod.parse(text);
        if (period.isEmpty()) {
            return refused(
                    GraphqlProblem.PERIOD_UNKNOWN,
                    path,
                    "Unknown period " + text,
                    "Examples: TODAY, THIS_MONTH, LAST_90_DAYS, NEXT_2_WEEKS");
        }
        var tenant = binding.caller().tenant();
        RelativePeriod.Days days =
                period.get()
                        .days(LocalDate.ofInstant(binding.now(), tenant.zone()), tenant.locale());
        boolean isDay = field.type() instanceof FieldType.Date;
        Function<LocalDate, Object> start =
                day -> isDay ? day : day.atStartOfDay(tenant.zone()).toInstant();
        return new Predicate.All(
                List.of(
                        new Predicate.Compare(field, Operator.GTE, start.apply(days.from())),
                        new Predicate.Compare(field, Operator.LT, start.apply(days.until()))));
    }

    private Predicate anyOf(
            Object values, RequestPath path, Function<@Nullable Object, Predicate> one) {
        return new Predicate.Any(each(values, path, one));
    }

    private List<Predicate> each(
            Object values, RequestPath path, Function<@Nullable Object, Predicate> one) {
        List<?> given = (List<?>) values;
        List<Predicate> parts = new ArrayList<>(given.size());
        for (Object value : given) {
            binding.budget().condition(1, path);
            parts.add(one.apply(value));
        }
        return parts;
    }

    private Optional<Object> comparand(FieldType type, @Nullable Object value, RequestPath path) {
        return switch (FieldValues.coerceComparand(type, value)) {
            case Coercion.Accepted(Object typed) -> {
                if (typed == null) {
                    binding.problems()
                            .add(
                                    GraphqlProblem.ARGUMENT_INVALID,
                                    path,
                                    "An empty text is no value to compare with",
                                    "Ask with `isNull`");
                }
                yield Optional.ofNullable(typed);
            }
            case Coercion.Refused(Problem problem) -> {
                binding.problems().add(problem, path);
                yield Optional.empty();
            }
        };
    }

    private boolean isTooLong(List<?> values, RequestPath path) {
        int most = binding.budget().limits().values();
        if (values.size() <= most) {
            return false;
        }
        binding.problems()
                .add(
                        GraphqlProblem.QUERY_TOO_WIDE,
                        path,
                        "A condition takes at most %,d values".formatted(most));
        return true;
    }

    private Predicate refused(Problem problem, RequestPath path) {
        binding.problems().add(problem, path);
        return Predicate.NEVER;
    }

    private Predicate refused(GraphqlProblem code, RequestPath path, String message, String hint) {
        binding.problems().add(code, path, message, hint);
        return Predicate.NEVER;
    }
}
