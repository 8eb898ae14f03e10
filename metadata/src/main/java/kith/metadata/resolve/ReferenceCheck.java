package kith.metadata.resolve;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kith.metadata.Component;
import kith.metadata.FieldDefinition;
import kith.metadata.RuleDefinition;
import kith.metadata.ValidationDefinition;
import kith.metadata.field.FieldType;
import kith.metadata.name.Nearest;

/** Whether the objects that components refer to exist, and no object is a part of itself. */
final class ReferenceCheck {

    private static final int MAX_TARGETS = 20;

    private final Dictionary dictionary;
    private final Findings findings;

    ReferenceCheck(Dictionary dictionary, Findings findings) {
        this.dictionary = dictionary;
        this.findings = findings;
    }

    void check() {
        for (FieldDefinition field : dictionary.fields()) {
            checkExists(field, field.object(), "object");
            checkTargets(field);
            checkCycle(field);
        }
        for (RuleDefinition rule : dictionary.rules()) {
            checkExists(rule, rule.object(), "object");
        }
        for (ValidationDefinition validation : dictionary.validations()) {
            checkExists(validation, validation.object(), "object");
        }
    }

    private void checkTargets(FieldDefinition field) {
        if (field.type() instanceof FieldType.ReferringToOne reference) {
            checkExists(field, reference.target(), "target");
        } else if (field.type() instanceof FieldType.PolymorphicLookup(var targets, var _)) {
            checkTargets(field, targets);
        }
    }

    private void checkTargets(FieldDefinition field, List<String> targets) {
        if (targets.isEmpty() || targets.size() > MAX_TARGETS) {
            findings.add(
                    field,
                    CatalogProblem.INVALID_TARGETS,
                    "A lookup has 1 to %d targets".formatted(MAX_TARGETS),
                    "targets");
        }
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < targets.size(); index++) {
            String target = targets.get(index);
            checkExists(field, target, "targets", index);
            if (!seen.add(target)) {
                findings.add(
                        field,
                        CatalogProblem.INVALID_TARGETS,
                        "The target `%s` is there twice".formatted(target),
                        "targets",
                        index);
            }
        }
    }

    private void checkExists(Component component, String object, Object... property) {
        if (dictionary.object(object).isEmpty()) {
            findings.add(
                    component,
                    CatalogProblem.UNKNOWN_OBJECT,
                    "There is no object `%s`".formatted(object),
                    Nearest.hint(object, dictionary.objectNames()),
                    property);
        }
    }

    private void checkCycle(FieldDefinition field) {
        if (field.type() instanceof FieldType.MasterDetail(String target, var _)
                && reaches(target, field.object(), new HashSet<>())) {
            findings.add(
                    field,
                    CatalogProblem.MASTER_DETAIL_CYCLE,
                    "`%s` would be a part of itself".formatted(field.object()),
                    Optional.of("Make one of these references a lookup."),
                    "target");
        }
    }

    private boolean reaches(String from, String object, Set<String> seen) {
        if (from.equals(object)) {
            return true;
        }
        if (!seen.add(from)) {
            return false;
        }
        return dictionary.fieldsOf(from).stream()
                .map(FieldDefinition::type)
                .anyMatch(type ->
                        type instanceof FieldType.MasterDetail(String target, var _)
                                && reaches(target, object, seen));
    }
}
