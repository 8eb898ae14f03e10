package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import kith.runtime.read.Predicate.Operator;
import kith.runtime.read.Predicate.Quantifier;
import tools.jackson.databind.JsonNode;

/** Filters as read cases write them, in the words of the API. */
record FilterYaml(Catalog catalog) {

    Predicate filter(ObjectType object, JsonNode filter) {
        List<Predicate> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : filter.properties()) {
            parts.add(part(object, entry.getKey(), entry.getValue()));
        }
        return parts.size() == 1 ? parts.getFirst() : new Predicate.All(parts);
    }

    private Predicate part(ObjectType object, String name, JsonNode condition) {
        return switch (name) {
            case "and" -> new Predicate.All(each(object, condition));
            case "or" -> new Predicate.Any(each(object, condition));
            case "not" -> new Predicate.Not(filter(object, condition));
            default -> named(object, name, condition);
        };
    }

    private List<Predicate> each(ObjectType object, JsonNode filters) {
        List<Predicate> parts = new ArrayList<>();
        filters.forEach(filter -> parts.add(filter(object, filter)));
        return parts;
    }

    private Predicate named(ObjectType object, String name, JsonNode condition) {
        Optional<Relation> relation = object.relation(name);
        if (relation.isPresent()) {
            return related(relation.get(), condition);
        }
        Field field = object.field(name).orElseThrow();
        String first = condition.properties().iterator().next().getKey();
        boolean isThrough = field.isToOne() && !isOperator(first);
        return isThrough
                ? new Predicate.Through(
                        field, filter(catalog.require(field.target().orElseThrow()), condition))
                : compared(field, condition);
    }

    private static boolean isOperator(String name) {
        return switch (name) {
            case "eq", "ne", "in", "notIn", "isNull", "gt", "gte", "lt", "lte" -> true;
            default -> false;
        };
    }

    private Predicate related(Relation relation, JsonNode condition) {
        List<Predicate> parts = new ArrayList<>();
        ObjectType target = catalog.require(relation.target());
        for (Map.Entry<String, JsonNode> entry : condition.properties()) {
            Quantifier quantifier =
                    switch (entry.getKey()) {
                        case "some" -> Quantifier.SOME;
                        case "every" -> Quantifier.EVERY;
                        case "none" -> Quantifier.NONE;
                        default -> throw new IllegalArgumentException(entry.getKey());
                    };
            parts.add(
                    new Predicate.Related(relation, quantifier, filter(target, entry.getValue())));
        }
        return parts.size() == 1 ? parts.getFirst() : new Predicate.All(parts);
    }

    private static Predicate compared(Field field, JsonNode condition) {
        List<Predicate> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : condition.properties()) {
            parts.add(compared(field, entry.getKey(), entry.getValue()));
        }
        return parts.size() == 1 ? parts.getFirst() : new Predicate.All(parts);
    }

    private static Predicate compared(Field field, String operator, JsonNode value) {
        return switch (operator) {
            case "isNull" ->
                    value.booleanValue()
                            ? new Predicate.Missing(field)
                            : new Predicate.Not(new Predicate.Missing(field));
            case "in" -> oneOf(field, value);
            case "notIn" -> new Predicate.Not(oneOf(field, value));
            case "ne" -> new Predicate.Not(compare(field, Operator.EQ, value));
            case "eq" -> compare(field, Operator.EQ, value);
            case "gt" -> compare(field, Operator.GT, value);
            case "gte" -> compare(field, Operator.GTE, value);
            case "lt" -> compare(field, Operator.LT, value);
            case "lte" -> compare(field, Operator.LTE, value);
            case "contains" -> compare(field, Operator.CONTAINS, value);
            case "startsWith" -> compare(field, Operator.STARTS_WITH, value);
            case "endsWith" -> compare(field, Operator.ENDS_WITH, value);
            case "eqCi" -> compare(field, Operator.EQ_CI, value);
            case "containsCi" -> compare(field, Operator.CONTAINS_CI, value);
            case "startsWithCi" -> compare(field, Operator.STARTS_WITH_CI, value);
            case "endsWithCi" -> compare(field, Operator.ENDS_WITH_CI, value);
            case "has" -> compare(field, Operator.HAS, value);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static Predicate compare(Field field, Operator operator, JsonNode value) {
        return new Predicate.Compare(field, operator, YamlValues.comparand(field, value));
    }

    private static Predicate oneOf(Field field, JsonNode values) {
        List<Object> typed = new ArrayList<>();
        values.forEach(value -> typed.add(YamlValues.comparand(field, value)));
        return new Predicate.OneOf(field, typed);
    }
}
