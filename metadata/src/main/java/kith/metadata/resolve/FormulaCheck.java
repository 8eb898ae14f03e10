package kith.metadata.resolve;

import java.util.Optional;
import kith.metadata.FieldDefinition;
import kith.metadata.catalog.Storage;
import kith.metadata.field.FieldType;

/** Finds fields that can have no formula, and what a field with one cannot be. */
final class FormulaCheck {

    private static final String WHAT = "A field with a formula";

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
        findings.refuseIf(field.isRequired(), field, WHAT, "required");
        findings.refuseIf(field.isExternalId(), field, WHAT, "externalId");
        findings.refuseIf(field.isUnique() && !field.isExternalId(), field, WHAT, "unique");
        findings.refuseIf(field.defaultValue().isPresent(), field, WHAT, "default");
        findings.refuseIf(
                field.storage().filter(home -> !(home instanceof Storage.Slot)).isPresent(),
                field,
                WHAT,
                "storage");
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
