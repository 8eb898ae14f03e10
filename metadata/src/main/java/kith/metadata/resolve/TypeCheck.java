package kith.metadata.resolve;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kith.metadata.Component;
import kith.metadata.FieldDefinition;
import kith.metadata.field.FieldType;
import kith.metadata.field.PicklistValue;
import kith.metadata.field.TypeTraits;

/** The options of a field's type, and what a field of its type can be. */
final class TypeCheck {

    private static final int MAX_TEXT_LENGTH = 4_000;
    private static final int MAX_LONG_TEXT_LENGTH = 131_072;
    private static final int MAX_DIGITS = 38;
    private static final int MAX_MONEY_DECIMALS = 8;
    private static final int MAX_VALUES = 1_000;
    private static final int MAX_FORMAT_LENGTH = 60;
    private static final int MAX_ZEROS = 15;
    private static final Pattern FORMAT = Pattern.compile("[^{}]*\\{0{1," + MAX_ZEROS + "}}[^{}]*");

    private final Findings findings;

    TypeCheck(Findings findings) {
        this.findings = findings;
    }

    void check(FieldDefinition field) {
        checkOptions(field);
        checkFlags(field);
    }

    /** The format of a counted number has one run of zeros in braces. */
    void checkFormat(Component component, String format, Object... path) {
        if (format.length() > MAX_FORMAT_LENGTH || !FORMAT.matcher(format).matches()) {
            findings.add(
                    component,
                    CatalogProblem.INVALID_FORMAT,
                    "`%s` is no format of a counted number".formatted(format),
                    Optional.of(
                            "Put 1 to %d zeros in braces once, e.g. INV-{0000}."
                                    .formatted(MAX_ZEROS)),
                    path);
        }
    }

    private void checkOptions(FieldDefinition field) {
        switch (field.type()) {
            case FieldType.Text(int maxLength) ->
                    checkRange(field, "maxLength", maxLength, 1, MAX_TEXT_LENGTH, "Use longText.");
            case FieldType.LongText(int maxLength) ->
                    checkRange(field, "maxLength", maxLength, 1, MAX_LONG_TEXT_LENGTH, "");
            case FieldType.Numeric(int digits, int decimals) -> {
                checkRange(field, "digits", digits, 1, MAX_DIGITS, "");
                checkRange(field, "decimals", decimals, 0, Math.max(0, digits), "");
            }
            case FieldType.Currency(int decimals) ->
                    checkRange(field, "decimals", decimals, 0, MAX_MONEY_DECIMALS, "");
            case FieldType.Percent(int decimals) ->
                    checkRange(field, "decimals", decimals, 0, MAX_MONEY_DECIMALS, "");
            case FieldType.Picklist(var values) -> checkValues(field, values);
            case FieldType.MultiPicklist(var values) -> checkValues(field, values);
            case FieldType.AutoNumber(String format) -> checkFormat(field, format, "format");
            case FieldType.Id _, FieldType.TargetObject _ ->
                    findings.add(
                            field,
                            CatalogProblem.NOT_POSSIBLE_FOR_TYPE,
                            "Only the platform's own fields are of type "
                                    + field.type().documentName(),
                            "type");
            case FieldType.Date _,
                    FieldType.DateTime _,
                    FieldType.Checkbox _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _,
                    FieldType.Lookup _,
                    FieldType.PolymorphicLookup _,
                    FieldType.MasterDetail _,
                    FieldType.ManyToMany _ -> {}
        }
    }

    private void checkFlags(FieldDefinition field) {
        FieldType type = field.type();
        String indexHint =
                "Texts of at most %d characters and numbers of at most %d digits can be."
                        .formatted(TypeTraits.MAX_INDEXED_LENGTH, TypeTraits.MAX_SLOT_DIGITS);
        if (field.isIndexed() && !TypeTraits.isIndexable(type)) {
            refuse(field, field.isExternalId() ? "externalId" : "indexed", indexHint);
        }
        if (field.isUnique() && !field.isExternalId() && !TypeTraits.canBeUnique(type)) {
            refuse(field, "unique", indexHint);
        }
        if (field.isExternalId() && TypeTraits.isIndexable(type) && !TypeTraits.canBeUnique(type)) {
            refuse(field, "externalId", indexHint);
        }
        if (field.isRequired() && !TypeTraits.canBeRequired(type)) {
            refuse(field, "required", "");
        }
    }

    private void refuse(FieldDefinition field, String property, String hint) {
        findings.add(
                field,
                CatalogProblem.NOT_POSSIBLE_FOR_TYPE,
                "This field of type %s cannot be `%s`"
                        .formatted(field.type().documentName(), property),
                hint.isEmpty() ? Optional.empty() : Optional.of(hint),
                property);
    }

    private void checkRange(
            FieldDefinition field, String property, int value, int min, int max, String hint) {
        if (value < min || value > max) {
            findings.add(
                    field,
                    CatalogProblem.INVALID_OPTION,
                    "`%s` must be %d to %d, not %d".formatted(property, min, max, value),
                    hint.isEmpty() || value < max ? Optional.empty() : Optional.of(hint),
                    property);
        }
    }

    private void checkValues(FieldDefinition field, List<PicklistValue> values) {
        if (values.isEmpty() || values.size() > MAX_VALUES) {
            findings.add(
                    field,
                    CatalogProblem.INVALID_PICKLIST,
                    "A picklist has 1 to %d values".formatted(MAX_VALUES),
                    "values");
        }
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < values.size(); index++) {
            checkValue(field, values.get(index), index, seen);
        }
    }

    private void checkValue(
            FieldDefinition field, PicklistValue value, int index, Set<String> seen) {
        String text = value.value();
        boolean isPlain =
                !text.isBlank()
                        && text.length() <= TypeTraits.MAX_INDEXED_LENGTH
                        && text.strip().equals(text)
                        && text.chars().noneMatch(Character::isISOControl);
        if (!isPlain) {
            findings.add(
                    field,
                    CatalogProblem.INVALID_PICKLIST,
                    "`%s` is no value of a picklist".formatted(text),
                    Optional.of(
                            "Values have 1 to %d characters and no blanks around them."
                                    .formatted(TypeTraits.MAX_INDEXED_LENGTH)),
                    "values",
                    index,
                    "value");
        }
        if (!seen.add(text)) {
            findings.add(
                    field,
                    CatalogProblem.INVALID_PICKLIST,
                    "The value `%s` is there twice".formatted(text),
                    "values",
                    index,
                    "value");
        }
        if (value.label().isBlank() || value.label().length() > TypeTraits.MAX_INDEXED_LENGTH) {
            findings.add(
                    field,
                    CatalogProblem.INVALID_TEXT,
                    "The label of a value must have 1 to %d characters"
                            .formatted(TypeTraits.MAX_INDEXED_LENGTH),
                    "values",
                    index,
                    "label");
        }
    }
}
