package kith.graphql.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.graphql.GraphqlProblem;
import kith.graphql.schema.AggregateFields;
import kith.graphql.schema.AggregateFunction;
import kith.graphql.schema.OrderDirection;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.field.FieldType;
import kith.metadata.name.Nearest;
import kith.metadata.problem.Problem;
import kith.runtime.read.GroupCondition;
import kith.runtime.read.GroupKey;
import kith.runtime.read.GroupOrder;
import kith.runtime.read.Measure;
import kith.runtime.read.Predicate.Operator;
import kith.runtime.value.Coercion;
import kith.runtime.value.FieldValues;
import org.jspecify.annotations.Nullable;

/** Binds conditions on groups and orders of groups. */
final class GroupConditionBinder {

    private static final FieldType NUMBER = new FieldType.Numeric(100, 40);
    private static final FieldType TEXT = new FieldType.LongText(Integer.MAX_VALUE);

    private final Binding binding;
    private final ObjectType object;

    GroupConditionBinder(Binding binding, ObjectType object) {
        this.binding = binding;
        this.object = object;
    }

    GroupCondition bind(@Nullable Object having, RequestPath path) {
        return having == null ? GroupCondition.ALWAYS : condition((Map<?, ?>) having, 1, path);
    }

    private GroupCondition condition(Map<?, ?> given, int depth, RequestPath path) {
        binding.budget().condition(depth, path);
        List<GroupCondition> parts = new ArrayList<>();
        for (var member : given.entrySet()) {
            String name = String.valueOf(member.getKey());
            Object value = member.getValue();
            RequestPath place = path.then(name);
            if (value == null) {
                refuse(place, "null is no condition", "Leave it out, or ask with `isNull`");
                continue;
            }
            switch (name) {
                case "and" -> parts.add(new GroupCondition.All(each(value, depth, place)));
                case "or" -> parts.add(new GroupCondition.Any(each(value, depth, place)));
                case "not" ->
                        parts.add(
                                new GroupCondition.Not(
                                        condition((Map<?, ?>) value, depth + 1, place)));
                default -> {}
            }
        }
        if (hasOperator(given)) {
            measure(given, path)
                    .ifPresent(measure -> parts.addAll(comparisons(measure, given, path)));
        } else if (parts.isEmpty()) {
            refuse(path, "The condition has no operator", "Write e.g. { of: COUNT, gt: 1 }");
        }
        return parts.size() == 1 ? parts.getFirst() : new GroupCondition.All(parts);
    }

    private List<GroupCondition> each(Object conditions, int depth, RequestPath path) {
        List<GroupCondition> parts = new ArrayList<>();
        for (Object condition : (List<?>) conditions) {
            parts.add(condition((Map<?, ?>) condition, depth + 1, path.then(parts.size())));
        }
        return parts;
    }

    private static boolean hasOperator(Map<?, ?> given) {
        return given.keySet().stream()
                .anyMatch(name -> !List.of("and", "or", "not").contains(String.valueOf(name)));
    }

    private List<GroupCondition> comparisons(Measure measure, Map<?, ?> given, RequestPath path) {
        List<GroupCondition> parts = new ArrayList<>();
        given.forEach((name, value) -> {
            if (value != null) {
                comparison(measure, String.valueOf(name), value, path.then(name))
                        .ifPresent(parts::add);
            }
        });
        return parts;
    }

    private Optional<GroupCondition> comparison(
            Measure measure, String operator, Object value, RequestPath path) {
        return switch (operator) {
            case "eq" -> compare(measure, Operator.EQ, value, path);
            case "ne" -> compare(measure, Operator.EQ, value, path).map(GroupCondition.Not::new);
            case "gt" -> compare(measure, Operator.GT, value, path);
            case "gte" -> compare(measure, Operator.GTE, value, path);
            case "lt" -> compare(measure, Operator.LT, value, path);
            case "lte" -> compare(measure, Operator.LTE, value, path);
            case "isNull" ->
                    Optional.of(
                            (boolean) value
                                    ? new GroupCondition.Missing(measure)
                                    : new GroupCondition.Not(new GroupCondition.Missing(measure)));
            default -> Optional.empty();
        };
    }

    private Optional<GroupCondition> compare(
            Measure measure, Operator operator, Object value, RequestPath path) {
        return switch (FieldValues.coerceComparand(comparedType(measure), value)) {
            case Coercion.Accepted(Object typed) -> {
                if (typed == null) {
                    refuse(path, "An empty text is no value to compare with", "Ask with `isNull`");
                }
                yield Optional.ofNullable(typed)
                        .map(known -> new GroupCondition.Compare(measure, operator, known));
            }
            case Coercion.Refused(Problem problem) -> {
                binding.problems().add(problem, path);
                yield Optional.empty();
            }
        };
    }

    private static FieldType comparedType(Measure measure) {
        return switch (measure) {
            case Measure.Count _ -> NUMBER;
            case Measure.Of(var function, Field field) ->
                    switch (function) {
                        case SUM, AVERAGE, COUNT_DISTINCT, PERCENT_EMPTY -> NUMBER;
                        case MIN, MAX ->
                                field.type() instanceof FieldType.Picklist ? TEXT : field.type();
                    };
        };
    }

    List<GroupOrder> order(List<GroupKey> keys, @Nullable Object orderBy, RequestPath path) {
        if (!(orderBy instanceof List<?> given)) {
            return List.of();
        }
        List<GroupOrder> order = new ArrayList<>(given.size());
        for (int index = 0; index < given.size(); index++) {
            RequestPath place = path.then(index);
            Map<?, ?> term = (Map<?, ?>) given.get(index);
            OrderDirection direction =
                    term.get("direction") instanceof OrderDirection known
                            ? known
                            : OrderDirection.ASC;
            target(keys, term, place)
                    .map(target ->
                            new GroupOrder(target, direction.isDescending(), direction.nullsLast()))
                    .ifPresent(order::add);
        }
        return order;
    }

    private Optional<GroupOrder.Target> target(
            List<GroupKey> keys, Map<?, ?> term, RequestPath path) {
        if (!(term.get("key") instanceof String name)) {
            return measure(term, path).map(GroupOrder.Measured::new);
        }
        if (term.get("of") != null || term.get("field") != null) {
            refuse(path, "Groups are ordered by a key or by what is computed", "Write two terms");
            return Optional.empty();
        }
        for (int index = 0; index < keys.size(); index++) {
            if (keys.get(index).name().equals(name)) {
                return Optional.of(new GroupOrder.Key(index));
            }
        }
        List<String> names = keys.stream().map(GroupKey::name).toList();
        Problem problem =
                Problem.of(
                        GraphqlProblem.ARGUMENT_INVALID,
                        "No key of the groups has the name `%s`".formatted(name));
        binding.problems().add(Nearest.hint(name, names).map(problem::hint).orElse(problem), path);
        return Optional.empty();
    }

    private Optional<Measure> measure(Map<?, ?> given, RequestPath path) {
        if (!(given.get("of") instanceof AggregateFunction function)) {
            refuse(path, "It does not say of what", "Write e.g. { of: SUM, field: \"amount\" }");
            return Optional.empty();
        }
        Object named = given.get("field");
        if (function.ofField().isEmpty()) {
            if (named != null) {
                refuse(path, "COUNT takes no field", "Leave it out, or take COUNT_DISTINCT");
                return Optional.empty();
            }
            return Optional.of(new Measure.Count());
        }
        var possible = AggregateFields.of(object, function.ofField().get());
        Field field = named == null ? null : possible.get((String) named);
        if (field == null) {
            Problem problem =
                    Problem.of(
                            GraphqlProblem.ARGUMENT_INVALID,
                            named == null
                                    ? "%s needs a field".formatted(function)
                                    : "%s of `%s` cannot be computed".formatted(function, named));
            String given0 = named == null ? "" : (String) named;
            binding.problems()
                    .add(
                            Nearest.hint(given0, possible.keySet())
                                    .map(problem::hint)
                                    .orElse(problem),
                            path);
            return Optional.empty();
        }
        return Optional.of(new Measure.Of(function.ofField().get(), field));
    }

    private void refuse(RequestPath path, String message, String hint) {
        binding.problems().add(GraphqlProblem.ARGUMENT_INVALID, path, message, hint);
    }
}
