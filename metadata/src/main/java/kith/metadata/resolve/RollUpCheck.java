package kith.metadata.resolve;

import java.util.Optional;
import kith.metadata.FieldDefinition;
import kith.metadata.RollUpDefinition.Function;
import kith.metadata.field.FieldType;
import kith.metadata.field.TypeTraits;

/** Finds fields that can hold no results of a roll-up, and what a field with one cannot be. */
final class RollUpCheck {

    private static final String WHAT = "A field with a roll-up";

    private final Findings findings;

    RollUpCheck(Findings findings) {
        this.findings = findings;
    }

    void check(FieldDefinition field) {
        if (field.rollUp().isEmpty()) {
            return;
        }
        Function function = field.rollUp().get().function();
        if (!canHold(field.type(), function)) {
            findings.add(
                    field,
                    CatalogProblem.NOT_POSSIBLE_FOR_TYPE,
                    "A field of type %s cannot hold `%s` of records"
                            .formatted(field.type().documentName(), function.documentName()),
                    Optional.of(hint(function)),
                    "rollUp",
                    "function");
        }
        boolean takesField = function != Function.COUNT;
        if (takesField != field.rollUp().get().of().isPresent()) {
            findings.add(
                    field,
                    CatalogProblem.ROLL_UP_REFUSED,
                    takesField ? "`of` is missing" : "Records are counted, not a field of theirs",
                    Optional.of(
                            takesField
                                    ? "Name the field that is summed up."
                                    : "Leave `of` out; count those with a value by `where`."),
                    "rollUp",
                    "of");
        }
        findings.refuseIf(field.formula().isPresent(), field, WHAT, "formula");
        findings.refuseIf(field.isRequired(), field, WHAT, "required");
        findings.refuseIf(field.isExternalId(), field, WHAT, "externalId");
        findings.refuseIf(field.isUnique() && !field.isExternalId(), field, WHAT, "unique");
        findings.refuseIf(field.defaultValue().isPresent(), field, WHAT, "default");
    }

    private static String hint(Function function) {
        return switch (function) {
            case COUNT -> "Use a number without decimals, of at most 18 digits.";
            case SUM, AVG -> "Use number, of at most 18 digits, currency or percent.";
            case MIN, MAX ->
                    "Use number, of at most 18 digits, currency, percent, date or dateTime.";
        };
    }

    private static boolean canHold(FieldType type, Function function) {
        return switch (type) {
            case FieldType.Numeric(int digits, int decimals) ->
                    digits <= TypeTraits.MAX_SLOT_DIGITS
                            && (function != Function.COUNT || decimals == 0);
            case FieldType.Currency _, FieldType.Percent _ -> function != Function.COUNT;
            case FieldType.Date _, FieldType.DateTime _ ->
                    function == Function.MIN || function == Function.MAX;
            case FieldType.Id _,
                    FieldType.Text _,
                    FieldType.LongText _,
                    FieldType.Checkbox _,
                    FieldType.Picklist _,
                    FieldType.MultiPicklist _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _,
                    FieldType.AutoNumber _,
                    FieldType.Lookup _,
                    FieldType.PolymorphicLookup _,
                    FieldType.TargetObject _,
                    FieldType.MasterDetail _,
                    FieldType.ManyToMany _ ->
                    false;
        };
    }
}
