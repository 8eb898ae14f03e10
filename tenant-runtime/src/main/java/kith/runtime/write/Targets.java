package kith.runtime.write;

import java.util.List;
import java.util.Optional;
import kith.metadata.catalog.Field;
import kith.metadata.problem.Problem;
import kith.runtime.value.Coercion;
import kith.runtime.value.FieldValues;
import kith.runtime.value.ValueProblem;
import kith.runtime.write.RecordInput.Target;

/** Types the keys by which callers name records. */
final class Targets {

    private Targets() {}

    /** The target with its key typed; empty when the key is refused. */
    static Optional<Target> checked(
            Target target, List<Object> path, FieldAccess access, Violations violations) {
        return switch (target) {
            case RecordInput.ByKey(Field key, Object _) when access.keyRefusal(key).isPresent() -> {
                violations.add(
                        access.keyRefusal(key).orElseThrow().at(Violations.path(path, key.name())));
                yield Optional.empty();
            }
            case RecordInput.ById _, RecordInput.ByIdOf _ -> Optional.of(target);
            case RecordInput.ByKey(Field key, Object value) ->
                    switch (FieldValues.coerceComparand(key.type(), value)) {
                        case Coercion.Accepted(var typed) when typed != null ->
                                Optional.of(new RecordInput.ByKey(key, typed));
                        case Coercion.Accepted _ -> {
                            violations.add(
                                    Problem.of(ValueProblem.VALUE_WRONG_TYPE, "The key is empty")
                                            .at(Violations.path(path, key.name())));
                            yield Optional.empty();
                        }
                        case Coercion.Refused(var problem) -> {
                            violations.add(problem.at(Violations.path(path, key.name())));
                            yield Optional.empty();
                        }
                    };
        };
    }
}
