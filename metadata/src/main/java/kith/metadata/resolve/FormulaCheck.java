package kith.metadata.resolve;

import java.util.Optional;
import kith.metadata.FieldDefinition;
import kith.metadata.catalog.Storage;
import kith.metadata.field.FieldType;

/** Finds fields that can have no formula, and what a field with one cannot be. */
final class FormulaCheck {

    private final Findings findings;

    FormulaCheck(Findings findings) {
        this.findings = findings;
    }

    void check(FieldDefinition field) {
        if (field.formula().isEmpty()) {
            return;
        }
        if (!isComputable(field.type())) {
            findings.add(
                    field,
                    CatalogProblem.NOT_POSSIBLE_FOR_TYPE,
                    "A field of type %s can have no formula".formatted(field.type().documentName()),
                    Optional.of(
                            "Use text, longText, number, currency, percent, date, dateTime or"
                                    + " boolean."),
                    "formula");
        }
        refuseIf(field.isRequired(), field, "required");
        refuseIf(field.isExternalId(), field, "externalId");
        refuseIf(field.isUnique() && !field.isExternalId(), field, "unique");
        refuseIf(field.defaultValue().isPresent(), field, "default");
        refuseIf(
                field.storage().filter(home -> !(home instanceof Storage.Slot)).isPresent(),
                field,
                "storage");
    }

    private void refuseIf(boolean isSo, FieldDefinition field, String property) {
        if (isSo) {
            findings.add(
                    field,
                    CatalogProblem.NOT_POSSIBLE_FOR_TYPE,
                    "A field with a formula cannot have `%s`".formatted(property),
                    Optional.of("Leave `" + property + "` out."),
                    property);
        }
    }

    private static boolean isComputable(FieldType type) {
        return switch (type) {
            case FieldType.Text _,
                    FieldType.LongText _,
                    FieldType.Numeric _,
                    FieldType.Currency _,
                    FieldType.Percent _,
                    FieldType.Date _,
                    FieldType.DateTime _,
                    FieldType.Checkbox _ ->
                    true;
            case FieldType.Id _,
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
