package kith.runtime.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.problem.Problem;
import kith.runtime.value.Coercion;
import kith.runtime.value.FieldValues;
import kith.runtime.value.ValueProblem;
import kith.runtime.write.CoercedRecord.WantedLink;
import kith.runtime.write.CoercedRecord.WantedReference;
import kith.runtime.write.RecordInput.Target;
import org.jspecify.annotations.Nullable;

/**
 * First stage: types what a caller gave for one record and refuses fields that are not the
 * caller's.
 */
final class InputCoercion {

    private final FieldAccess access;
    private final ObjectType object;
    private final RecordInput input;
    private final Violations violations;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final List<WantedReference> references = new ArrayList<>();
    private final List<WantedLink> links = new ArrayList<>();
    private final Map<String, Problem> outdated = new HashMap<>();
    private final Set<String> failed = new HashSet<>();

    private InputCoercion(
            FieldAccess access, ObjectType object, RecordInput input, Violations violations) {
        this.access = access;
        this.object = object;
        this.input = input;
        this.violations = violations;
    }

    static CoercedRecord coerce(
            ObjectType object, RecordInput input, FieldAccess access, Violations violations) {
        return new InputCoercion(access, object, input, violations).coerce();
    }

    private CoercedRecord coerce() {
        if (input.id().isPresent() && !RecordIds.isWellFormed(input.id().get())) {
            violations.add(
                    Problem.of(
                                    WriteProblem.RECORD_ID_MALFORMED,
                                    "The id is not a UUID of version 7")
                            .at(Violations.path(input.path(), "id"))
                            .hint("Leave it out to have one made"));
        }
        input.values()
                .forEach((field, value) -> {
                    if (access.isWritable(object, field)) {
                        take(field, value);
                    } else {
                        refuse(field, access.refusal(object, field, field.name()));
                    }
                });
        return new CoercedRecord(
                input.id(),
                values,
                references,
                links,
                new RelatedCoercion(access, violations).coerce(object, input),
                outdated,
                failed,
                input.path());
    }

    private void take(Field field, RecordInput.Value value) {
        switch (value) {
            case RecordInput.Plain(var raw) -> takePlain(field, raw);
            case RecordInput.Reference(Optional<Target> target) -> takeReference(field, target);
            case RecordInput.Links(List<Target> connect, List<Target> disconnect) -> {
                takeLinks(field, connect, /* isConnect= */ true);
                takeLinks(field, disconnect, /* isConnect= */ false);
            }
        }
    }

    private void takePlain(Field field, @Nullable Object raw) {
        switch (FieldValues.coerce(field.type(), raw)) {
            case Coercion.Accepted(var typed) when field.isToOne() && typed != null ->
                    references.add(
                            new WantedReference(
                                    field, new RecordInput.ById((UUID) typed), path(field)));
            case Coercion.Accepted _ when field.isToOne() -> values.putAll(Pointers.toNone(field));
            case Coercion.Accepted(var typed) -> values.put(field.name(), typed);
            case Coercion.Refused(var problem)
                    when problem.code() == ValueProblem.PICKLIST_VALUE_INACTIVE
                            && FieldValues.coerceComparand(field.type(), raw)
                                    instanceof Coercion.Accepted(var known) -> {
                values.put(field.name(), known);
                outdated.put(field.name(), problem.at(path(field)));
            }
            case Coercion.Refused(var problem) -> refuse(field, problem);
        }
    }

    private void takeReference(Field field, Optional<Target> target) {
        if (target.isEmpty()) {
            values.putAll(Pointers.toNone(field));
        } else {
            Targets.checked(target.get(), path(field), access, violations)
                    .ifPresentOrElse(
                            checked ->
                                    references.add(
                                            new WantedReference(field, checked, path(field))),
                            () -> failed.add(field.name()));
        }
    }

    private void takeLinks(Field field, List<Target> targets, boolean isConnect) {
        String verb = isConnect ? "connect" : "disconnect";
        for (int index = 0; index < targets.size(); index++) {
            List<Object> path = Violations.path(input.path(), field.name(), verb, index);
            Targets.checked(targets.get(index), path, access, violations)
                    .ifPresent(
                            checked -> links.add(new WantedLink(field, checked, isConnect, path)));
        }
    }

    private void refuse(Field field, Problem problem) {
        failed.add(field.name());
        violations.add(problem.at(path(field)));
    }

    private List<Object> path(Field field) {
        return Violations.path(input.path(), field.name());
    }
}
