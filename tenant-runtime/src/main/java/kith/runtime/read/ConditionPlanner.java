package kith.runtime.read;

import java.util.List;
import kith.metadata.catalog.Field;

/** Predicate to condition: asks which fields may be used and which records may be looked at. */
record ConditionPlanner(Planning planning) {

    private static final Condition NEVER = new Condition.Any(List.of());

    Condition plan(Predicate predicate, Path path) {
        return plan(predicate, 1, path);
    }

    private Condition plan(Predicate predicate, int depth, Path path) {
        if (!planning.isWithinDepth(depth, path)) {
            return NEVER;
        }
        return switch (predicate) {
            case Predicate.All(var parts) -> new Condition.All(all(parts, depth, path));
            case Predicate.Any(var parts) -> new Condition.Any(all(parts, depth, path));
            case Predicate.Not(var part) -> new Condition.Not(plan(part, depth, path));
            case Predicate.Compare(var field, var operator, var value) -> {
                readable(field, path);
                yield new Condition.Compare(field, operator, value);
            }
            case Predicate.OneOf(var field, var values) -> {
                readable(field, path);
                yield new Condition.OneOf(field, values);
            }
            case Predicate.Missing(var field) -> {
                readable(field, path);
                yield new Condition.Missing(field);
            }
            case Predicate.Through(var reference, var part) -> {
                readable(reference, path);
                Path inside = path.then(reference.name());
                yield new Condition.Through(
                        reference, planning.target(reference), plan(part, depth + 1, inside));
            }
            case Predicate.Related(var relation, var quantifier, var part) -> {
                readable(relation.field(), path);
                Path inside = path.then(relation.name());
                yield new Condition.Related(
                        relation,
                        planning.source(relation.target()),
                        quantifier,
                        plan(part, depth + 1, inside));
            }
        };
    }

    private List<Condition> all(List<Predicate> parts, int depth, Path path) {
        return parts.stream().map(part -> plan(part, depth, path)).toList();
    }

    private void readable(Field field, Path path) {
        planning.requireReadable(field, path.then(field.name()));
    }
}
