package kith.metadata.resolve;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kith.metadata.FieldDefinition;
import kith.metadata.field.FieldType;
import kith.metadata.field.PicklistValue;
import kith.metadata.name.Nearest;
import tools.jackson.databind.JsonNode;

/** Whether the default of a field is a value that the field could hold. */
final class DefaultCheck {

    private static final int MAX_CONTACT_LENGTH = 255;
    private static final int SLOT_DIGITS = 18;

    private final Findings findings;

    DefaultCheck(Findings findings) {
        this.findings = findings;
    }

    void check(FieldDefinition field) {
        field.defaultValue()
                .ifPresent(value -> {
                    if (value.isObject() && !field.defaultExpression().equals(Optional.of(""))) {
                        checkExpression(field, value);
                    } else {
                        check(field, value);
                    }
                });
    }

    /** What the expression says is looked at once its object is bound. */
    private void checkExpression(FieldDefinition field, JsonNode value) {
        boolean canBeComputed =
                switch (field.type()) {
                    case FieldType.Text _,
                            FieldType.LongText _,
                            FieldType.Email _,
                            FieldType.Phone _,
                            FieldType.Url _,
                            FieldType.Numeric _,
                            FieldType.Currency _,
                            FieldType.Percent _,
                            FieldType.Date _,
                            FieldType.DateTime _,
                            FieldType.Checkbox _,
                            FieldType.Picklist _,
                            FieldType.MultiPicklist _,
                            FieldType.Lookup _ ->
                            true;
                    case FieldType.Id _,
                            FieldType.TargetObject _,
                            FieldType.AutoNumber _,
                            FieldType.PolymorphicLookup _,
                            FieldType.MasterDetail _,
                            FieldType.ManyToMany _ ->
                            false;
                };
        if (!canBeComputed) {
            refuse(field, value, Optional.of("Fields of this type have no default."));
        } else if (value.size() > 1) {
            refuse(field, value, Optional.of("Write an expression and nothing beside it."));
        }
    }

    private void check(FieldDefinition field, JsonNode value) {
        switch (field.type()) {
            case FieldType.Text(int maxLength) -> checkText(field, value, maxLength);
            case FieldType.LongText(int maxLength) -> checkText(field, value, maxLength);
            case FieldType.Email _, FieldType.Phone _, FieldType.Url _ ->
                    checkText(field, value, MAX_CONTACT_LENGTH);
            case FieldType.Numeric(int digits, int decimals) ->
                    checkNumber(field, value, digits, decimals);
            case FieldType.Currency(int decimals) ->
                    checkNumber(field, value, SLOT_DIGITS, decimals);
            case FieldType.Percent(int decimals) ->
                    checkNumber(field, value, SLOT_DIGITS, decimals);
            case FieldType.Date _ -> checkTime(field, value, LocalDate::parse, "2026-12-31");
            case FieldType.DateTime _ ->
                    checkTime(field, value, OffsetDateTime::parse, "2026-12-31T23:59:00Z");
            case FieldType.Checkbox _ -> {
                if (!value.isBoolean()) {
                    refuse(field, value, Optional.of("Write true or false."));
                }
            }
            case FieldType.Picklist(var values) -> checkChoice(field, value, values);
            case FieldType.MultiPicklist(var values) -> checkChoices(field, value, values);
            case FieldType.Id _,
                    FieldType.TargetObject _,
                    FieldType.AutoNumber _,
                    FieldType.Lookup _,
                    FieldType.PolymorphicLookup _,
                    FieldType.MasterDetail _,
                    FieldType.ManyToMany _ ->
                    refuse(field, value, Optional.of("Fields of this type have no default."));
        }
    }

    private void checkText(FieldDefinition field, JsonNode value, int maxLength) {
        if (!value.isString() || value.asString().isEmpty()) {
            refuse(field, value, Optional.of("Write a text."));
        } else if (value.asString().codePointCount(0, value.asString().length()) > maxLength) {
            refuse(field, value, Optional.of("Write at most " + maxLength + " characters."));
        }
    }

    private void checkNumber(FieldDefinition field, JsonNode value, int digits, int decimals) {
        Optional<BigDecimal> number = number(value);
        boolean fits =
                number.map(BigDecimal::stripTrailingZeros)
                        .filter(plain -> plain.scale() <= decimals)
                        .filter(plain -> plain.precision() - plain.scale() <= digits - decimals)
                        .isPresent();
        if (!fits) {
            refuse(
                    field,
                    value,
                    Optional.of(
                            "Write a number of at most %d digits, %d of them behind the point."
                                    .formatted(digits, decimals)));
        }
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        try {
            return value.isString()
                    ? Optional.of(new BigDecimal(value.asString()))
                    : Optional.empty();
        } catch (NumberFormatException notNumber) {
            return Optional.empty();
        }
    }

    private void checkTime(
            FieldDefinition field, JsonNode value, Consumer<String> parser, String example) {
        Optional<String> hint = Optional.of("Write it like " + example + ".");
        if (!value.isString()) {
            refuse(field, value, hint);
            return;
        }
        try {
            parser.accept(value.asString());
        } catch (DateTimeParseException notTime) {
            refuse(field, value, hint);
        }
    }

    private void checkChoice(FieldDefinition field, JsonNode value, List<PicklistValue> values) {
        List<String> active =
                values.stream().filter(PicklistValue::isActive).map(PicklistValue::value).toList();
        if (!value.isString() || !active.contains(value.asString())) {
            refuse(
                    field,
                    value,
                    Nearest.hint(value.asString(""), active)
                            .or(() -> Optional.of("Take one of the active values.")));
        }
    }

    private void checkChoices(FieldDefinition field, JsonNode value, List<PicklistValue> values) {
        if (!value.isArray()) {
            refuse(field, value, Optional.of("Write a list of values."));
            return;
        }
        for (JsonNode element : value.values()) {
            checkChoice(field, element, values);
        }
    }

    private void refuse(FieldDefinition field, JsonNode value, Optional<String> hint) {
        String given = value.toString();
        findings.add(
                field,
                CatalogProblem.INVALID_DEFAULT,
                "%s does not fit a field of type %s"
                        .formatted(
                                given.length() <= 60 ? given : given.substring(0, 60) + "…",
                                field.type().documentName()),
                hint,
                "default");
    }
}
