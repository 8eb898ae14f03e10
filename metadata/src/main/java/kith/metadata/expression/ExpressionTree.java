package kith.metadata.expression;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kith.metadata.catalog.Storage;
import kith.metadata.expression.Expression.FieldValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Expressions as JSON, for those who evaluate them elsewhere: names are found and kinds known, and
 * the formulas that are read stand in place. Numbers, days and moments are texts.
 */
public final class ExpressionTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ExpressionTree() {}

    public static JsonNode of(Expression expression) {
        return of(expression, List.of(), false);
    }

    /**
     * @param from the way to the record that the expression is about
     * @param isPrior whether all values are those before the write
     */
    private static ObjectNode of(Expression expression, List<String> from, boolean isPrior) {
        Parts parts = new Parts(from, isPrior);
        return switch (expression) {
            case Expression.Constant(var kind, var value) ->
                    node("constant").put("kind", kind.name()).set("value", constant(value));
            case Expression.Missing(var kind) -> node("missing").put("kind", kind.name());
            case FieldValue value -> parts.field(value);
            case Expression.Arithmetic(var operator, var left, var right) ->
                    parts.two("arithmetic", left, right).put("operator", operator.name());
            case Expression.Negated(var operand) -> parts.one("negated", operand);
            case Expression.Joined(var left, var right) -> parts.two("joined", left, right);
            case Expression.Equal(var left, var right) -> parts.two("equal", left, right);
            case Expression.Ordered(var comparison, var left, var right) ->
                    parts.two("ordered", left, right)
                            .put("comparison", comparison.name())
                            .put("kind", left.kind().name());
            case Expression.OneOf(var value, var elements) ->
                    node("oneOf")
                            .set("value", parts.of(value))
                            .set("elements", parts.all(elements));
            case Expression.And(var left, var right) -> parts.two("and", left, right);
            case Expression.Or(var left, var right) -> parts.two("or", left, right);
            case Expression.Not(var operand) -> parts.one("not", operand);
            case Expression.Choice(var condition, var then, var otherwise) ->
                    node("choice")
                            .set("condition", parts.of(condition))
                            .set("then", parts.of(then))
                            .set("otherwise", parts.of(otherwise));
            case Expression.Otherwise(var first, var second) ->
                    parts.two("otherwise", first, second);
            case Expression.Call(var function, var arguments) ->
                    node("call")
                            .put("function", function.signature())
                            .put("kind", function.result().name())
                            .put("nulls", function.nulls().name())
                            .set("arguments", parts.all(arguments));
        };
    }

    private static ObjectNode node(String what) {
        return NODES.objectNode().put("is", what);
    }

    private static JsonNode constant(Object value) {
        return switch (value) {
            case Boolean flag -> NODES.booleanNode(flag);
            case BigDecimal number -> NODES.stringNode(ExactNumbers.text(number));
            case LocalDate date -> NODES.stringNode(Dates.text(date));
            case Instant moment -> NODES.stringNode(Moments.text(moment));
            default -> NODES.stringNode(value.toString());
        };
    }

    /** The parts of an expression, seen from where it is. */
    private record Parts(List<String> from, boolean isPrior) {

        ObjectNode of(Expression expression) {
            return ExpressionTree.of(expression, from, isPrior);
        }

        ArrayNode all(List<Expression> expressions) {
            ArrayNode all = NODES.arrayNode();
            expressions.forEach(one -> all.add(of(one)));
            return all;
        }

        ObjectNode one(String what, Expression operand) {
            return node(what).set("operand", of(operand));
        }

        ObjectNode two(String what, Expression left, Expression right) {
            return node(what).set("left", of(left)).set("right", of(right));
        }

        ObjectNode field(FieldValue value) {
            List<String> path = new ArrayList<>(from);
            value.path().forEach(step -> path.add(step.reference().name()));
            boolean isBefore = isPrior || value.isPrior();
            if (CurrentUser.is(value.field())) {
                return node("user");
            }
            ObjectNode node;
            if (value.field().storage() instanceof Storage.Computed(var formula)) {
                FieldFormula fitted = (FieldFormula) formula;
                node =
                        node("formula")
                                .put("decimals", fitted.decimals())
                                .put("wholeDigits", fitted.wholeDigits())
                                .set(
                                        "expression",
                                        ExpressionTree.of(fitted.expression(), path, isBefore));
            } else {
                node = node("field").put("name", value.field().name());
            }
            ArrayNode steps = node.put("kind", value.kind().name()).putArray("path");
            path.forEach(steps::add);
            return isBefore ? node.put("isPrior", true) : node;
        }
    }
}
