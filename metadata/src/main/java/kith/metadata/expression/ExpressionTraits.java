package kith.metadata.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Storage;

/** What is known of an expression without evaluating it. */
public final class ExpressionTraits {

    private ExpressionTraits() {}

    /** The fields that it reads, those on the way to others included; of formulas only theirs. */
    public static SequencedSet<Field> uses(Expression expression) {
        SequencedSet<Field> fields = new LinkedHashSet<>();
        collect(expression, fields);
        return fields;
    }

    private static void collect(Expression expression, SequencedSet<Field> fields) {
        if (expression instanceof Expression.FieldValue value) {
            value.path().forEach(step -> fields.add(step.reference()));
            fields.add(value.field());
        }
        expression.parts().forEach(part -> collect(part, fields));
    }

    /**
     * The fields of the record itself whose values it needs: those that its formulas read, and the
     * first of each way to another record, included.
     */
    public static SequencedSet<Field> ownFields(Expression expression) {
        SequencedSet<Field> fields = new LinkedHashSet<>();
        collectOwn(expression, fields);
        return fields;
    }

    private static void collectOwn(Expression expression, SequencedSet<Field> fields) {
        if (expression instanceof Expression.FieldValue value) {
            if (!value.path().isEmpty()) {
                fields.add(value.path().getFirst().reference());
            } else if (value.field().storage() instanceof Storage.Computed(var formula)) {
                collectOwn(((FieldFormula) formula).expression(), fields);
            } else {
                fields.add(value.field());
            }
        }
        expression.parts().forEach(part -> collectOwn(part, fields));
    }

    /** The ways over references that it goes, those within the formulas that it reads included. */
    public static SequencedSet<List<Step>> paths(Expression expression) {
        SequencedSet<List<Step>> paths = new LinkedHashSet<>();
        collect(expression, List.of(), paths);
        return paths;
    }

    private static void collect(
            Expression expression, List<Step> from, SequencedSet<List<Step>> paths) {
        if (expression instanceof Expression.FieldValue value) {
            List<Step> path = new ArrayList<>(from);
            path.addAll(value.path());
            if (!path.isEmpty()) {
                paths.add(path);
            }
            if (value.field().storage() instanceof Storage.Computed(var formula)) {
                collect(((FieldFormula) formula).expression(), path, paths);
            }
        }
        expression.parts().forEach(part -> collect(part, from, paths));
    }

    /** Why the database cannot compute it; empty where it can. */
    public static Optional<String> notInSql(Expression expression) {
        if (expression instanceof Expression.FieldValue value && value.isPrior()) {
            return Optional.of("what a field was before is known only while the record is written");
        }
        if (expression instanceof Expression.Call(var function, var _)
                && function.notInSql().isPresent()) {
            return function.notInSql().map(reason -> "`" + function.name() + "`: " + reason);
        }
        return expression.parts().stream()
                .map(ExpressionTraits::notInSql)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Why a browser cannot compute it for a record that is just being edited; empty where it can.
     */
    public static Optional<String> notInBrowser(Expression expression) {
        if (isRelated(expression)) {
            return Optional.of("a form does not know what other records say");
        }
        return calls(expression)
                .filter(function -> !function.name().equals(LogicFunctions.IS_NEW))
                .filter(function -> function.notInSql().isPresent())
                .map(function -> "`%s`: browsers compute it otherwise".formatted(function.name()))
                .findFirst();
    }

    private static Stream<Function> calls(Expression expression) {
        Stream<Function> own =
                switch (expression) {
                    case Expression.Call(var function, var _) -> Stream.of(function);
                    case Expression.FieldValue value
                            when value.field().storage() instanceof Storage.Computed(var formula) ->
                            calls(((FieldFormula) formula).expression());
                    default -> Stream.empty();
                };
        return Stream.concat(own, expression.parts().stream().flatMap(ExpressionTraits::calls));
    }

    /** Whether time alone changes its value. */
    public static boolean isVolatile(Expression expression) {
        return switch (expression) {
            case Expression.Call(var function, var _) when function.isVolatile() -> true;
            case Expression.FieldValue value
                    when value.field().storage() instanceof Storage.Computed(var formula) ->
                    isVolatile(((FieldFormula) formula).expression());
            default -> expression.parts().stream().anyMatch(ExpressionTraits::isVolatile);
        };
    }

    /** Whether it looks at other records. */
    public static boolean isRelated(Expression expression) {
        return switch (expression) {
            case Expression.FieldValue value when !value.path().isEmpty() -> true;
            case Expression.FieldValue value
                    when value.field().storage() instanceof Storage.Computed(var formula) ->
                    isRelated(((FieldFormula) formula).expression());
            default -> expression.parts().stream().anyMatch(ExpressionTraits::isRelated);
        };
    }

    /** How many parts there are to compute, those of the formulas that it reads included. */
    public static long weight(Expression expression) {
        long own =
                expression instanceof Expression.FieldValue value
                                && value.field().storage() instanceof Storage.Computed(var formula)
                        ? weight(((FieldFormula) formula).expression())
                        : 1;
        return own + expression.parts().stream().mapToLong(ExpressionTraits::weight).sum();
    }
}
