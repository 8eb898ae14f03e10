package kith.runtime.write;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.SystemFields;
import kith.metadata.field.FieldType;
import kith.metadata.problem.Problem;
import kith.runtime.value.OwnValues;
import kith.runtime.value.UniqueKeys;

/** The checks that need nothing but the batch itself. */
final class DraftChecks {

    private DraftChecks() {}

    /**
     * Checks what the records of one object must have and may hold.
     *
     * @param laterFilled names of fields that a rule may still fill: they are not yet missing
     */
    static void check(List<Draft> drafts, Set<String> laterFilled, Violations violations) {
        if (drafts.isEmpty()) {
            return;
        }
        ObjectType object = drafts.getFirst().object();
        List<Field> required =
                object.fields().stream().filter(field -> isRequired(object, field)).toList();
        List<Field> masters = Parts.masters(object);
        for (Draft draft : drafts) {
            for (Field field : required) {
                if (!laterFilled.contains(field.name()) && isMissing(draft, field)) {
                    violations.add(
                            Problem.of(
                                            WriteProblem.FIELD_REQUIRED,
                                            "`%s` is required".formatted(field.name()))
                                    .at(Violations.path(draft.path(), field.name())));
                }
            }
            draft.outdated()
                    .forEach((field, problem) -> {
                        if (!Objects.equals(draft.valueBefore(field), draft.value(field))) {
                            violations.add(problem);
                        }
                    });
            checkSelfReference(draft, masters, violations);
        }
    }

    /** Two records of a batch cannot both take a value that must be unique. */
    static void checkUniqueInBatch(List<Draft> drafts, Violations violations) {
        if (drafts.size() < 2) {
            return;
        }
        record Taken(UUID field, String value) {}
        Set<Taken> taken = new HashSet<>();
        List<Field> unique = UniqueValues.fields(drafts.getFirst().object());
        for (Draft draft : drafts) {
            for (Field field : unique) {
                Object value = draft.value(field.name());
                List<Object> path = Violations.path(draft.path(), field.name());
                if (value != null
                        && !taken.add(new Taken(field.id(), UniqueKeys.of(field.type(), value)))
                        && !violations.isFoundAt(path)) {
                    violations.add(
                            Problem.of(
                                            WriteProblem.UNIQUE_VALUE_TAKEN,
                                            "`%s` must be unique, and an earlier record of the batch has the same value"
                                                    .formatted(field.name()))
                                    .at(path));
                }
            }
        }
    }

    private static boolean isRequired(ObjectType object, Field field) {
        if (OwnValues.isNumbered(object, field)
                || !OwnValues.isSettable(object, field)
                || field.name().equals(SystemFields.OWNER)) {
            return false;
        }
        return field.definition().isRequired() || field.type() instanceof FieldType.MasterDetail;
    }

    /** An update is held only to what it touches, so that records older than a rule can be kept. */
    private static boolean isMissing(Draft draft, Field field) {
        return draft.value(field.name()) == null
                && !draft.failed().contains(field.name())
                && (draft.isNew() || draft.set().containsKey(field.name()));
    }

    private static void checkSelfReference(
            Draft draft, List<Field> masters, Violations violations) {
        for (Field field : masters) {
            if (draft.id().equals(draft.value(field.name()))) {
                violations.add(
                        Problem.of(
                                        WriteProblem.REFERENCE_TO_ITSELF,
                                        "A record cannot be a part of itself")
                                .at(Violations.path(draft.path(), field.name())));
            }
        }
    }
}
