package kith.metadata.change;

import kith.metadata.Component;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.RuleDefinition;
import kith.metadata.ValidationDefinition;
import kith.metadata.field.FieldType;
import kith.metadata.field.TypeTraits;

/** Refuses to change what stored values depend on. */
final class ImmutabilityCheck {

    private static final String NEW_FIELD =
            "Make a new field, move the values there, and remove this one.";
    private static final String LEAVE_OUT = "Leave it out, it stays as it is.";

    private final ChangeProblems problems;

    ImmutabilityCheck(ChangeProblems problems) {
        this.problems = problems;
    }

    void check(Component before, Component after) {
        if (before instanceof ObjectDefinition old && after instanceof ObjectDefinition object) {
            refuseIf(!old.key().equals(object.key()), object, "key", LEAVE_OUT);
        } else if (before instanceof FieldDefinition old
                && after instanceof FieldDefinition field) {
            check(old, field);
        } else if (before instanceof RuleDefinition old && after instanceof RuleDefinition rule) {
            refuseIf(!old.object().equals(rule.object()), rule, "object", "Make a new rule there.");
        } else if (before instanceof ValidationDefinition old
                && after instanceof ValidationDefinition validation) {
            refuseIf(
                    !old.object().equals(validation.object()),
                    validation,
                    "object",
                    "Make a new validation there.");
        } else if (!(before instanceof PermissionSetDefinition)
                || !(after instanceof PermissionSetDefinition)) {
            refuseIf(true, after, "kind", "Leave `id` out, or give the one of this component.");
        }
    }

    private void check(FieldDefinition old, FieldDefinition field) {
        refuseIf(!old.object().equals(field.object()), field, "object", NEW_FIELD);
        refuseIf(!old.storage().equals(field.storage()), field, "storage", LEAVE_OUT);
        refuseIf(
                old.formula().isPresent() != field.formula().isPresent(),
                field,
                "formula",
                NEW_FIELD);
        refuseIf(
                old.rollUp().isPresent() != field.rollUp().isPresent(), field, "rollUp", NEW_FIELD);
        if (!old.type().documentName().equals(field.type().documentName())) {
            refuseIf(true, field, "type", NEW_FIELD);
            return;
        }
        checkOptions(old, field);
    }

    private void checkOptions(FieldDefinition old, FieldDefinition field) {
        if (old.type() instanceof FieldType.Numeric(int oldDigits, int oldDecimals)
                && field.type() instanceof FieldType.Numeric(int digits, int decimals)) {
            boolean movesHome =
                    oldDigits <= TypeTraits.MAX_SLOT_DIGITS && digits > TypeTraits.MAX_SLOT_DIGITS;
            refuseIf(digits < oldDigits || movesHome, field, "digits", NEW_FIELD);
            refuseIf(decimals != oldDecimals, field, "decimals", NEW_FIELD);
        }
        if (old.type() instanceof FieldType.Currency || old.type() instanceof FieldType.Percent) {
            refuseIf(!old.type().equals(field.type()), field, "decimals", NEW_FIELD);
        }
        if (field.type() instanceof FieldType.Text && Rehousing.isIndexed(old.storage())) {
            refuseIf(!TypeTraits.isIndexable(field.type()), field, "maxLength", NEW_FIELD);
        }
        checkTargets(old.type(), field);
    }

    private void refuseIf(boolean isChanged, Component component, String property, String hint) {
        if (isChanged) {
            problems.add(
                    component,
                    ChangeRefusal.IMMUTABLE,
                    "`%s` of %s cannot change so".formatted(property, component.ref()),
                    hint,
                    property);
        }
    }

    /** The targets of a polymorphic lookup may change: the records are asked about those lost. */
    private void checkTargets(FieldType old, FieldDefinition field) {
        FieldType type = field.type();
        if (old instanceof FieldType.PolymorphicLookup
                || type instanceof FieldType.PolymorphicLookup) {
            refuseIf(!old.getClass().equals(type.getClass()), field, "targets", NEW_FIELD);
        } else if (old instanceof FieldType.ReferringToOne before
                && type instanceof FieldType.ReferringToOne now) {
            refuseIf(!before.target().equals(now.target()), field, "target", NEW_FIELD);
        }
    }
}
