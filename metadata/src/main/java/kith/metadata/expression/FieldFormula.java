package kith.metadata.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import kith.metadata.catalog.Formula;
import kith.metadata.field.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * What computes the values of a field: numbers are rounded to the field's decimals, half away from
 * zero, and are missing where they have too many digits; a text without characters is missing.
 *
 * @param type the type of the field
 */
public record FieldFormula(FieldType type, Expression expression) implements Formula {

    private static final int MONEY_DIGITS = 18;

    /** How many decimals a number of the field keeps. */
    public int decimals() {
        return switch (type) {
            case FieldType.Numeric(int _, int decimals) -> decimals;
            case FieldType.Currency(int decimals) -> decimals;
            case FieldType.Percent(int decimals) -> decimals;
            case FieldType.Id _,
                    FieldType.Text _,
                    FieldType.LongText _,
                    FieldType.Date _,
                    FieldType.DateTime _,
                    FieldType.Checkbox _,
                    FieldType.Picklist _,
                    FieldType.MultiPicklist _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _,
                    FieldType.AutoNumber _,
                    FieldType.TargetObject _,
                    FieldType.Lookup _,
                    FieldType.PolymorphicLookup _,
                    FieldType.MasterDetail _,
                    FieldType.ManyToMany _ ->
                    0;
        };
    }

    /** How many digits a number of the field has before the point, at most. */
    public int wholeDigits() {
        return (type instanceof FieldType.Numeric(int digits, int _) ? digits : MONEY_DIGITS)
                - decimals();
    }

    /** The value as the field has it. */
    public @Nullable Object fit(@Nullable Object computed) {
        return switch (computed) {
            case null -> null;
            case BigDecimal number -> {
                BigDecimal rounded = number.setScale(decimals(), RoundingMode.HALF_UP);
                yield rounded.abs().compareTo(BigDecimal.TEN.pow(wholeDigits())) >= 0
                        ? null
                        : rounded;
            }
            case String text -> text.isEmpty() ? null : text;
            default -> computed;
        };
    }
}
