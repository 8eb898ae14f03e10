package kith.metadata.expression;

import java.util.Optional;
import kith.metadata.field.FieldType;

/** What kind of value an expression gives. */
public enum Kind {
    /** A String; picklists too, by their API value. */
    TEXT("text"),
    /** A BigDecimal. */
    NUMBER("number"),
    /** A Boolean, which is never missing: what has no value counts as no. */
    BOOLEAN("boolean"),
    /** A LocalDate. */
    DATE("date"),
    /** An Instant, to the millisecond. */
    DATE_TIME("dateTime"),
    /** The UUID of a record. */
    REFERENCE("reference"),
    /** A list of texts. */
    CHOICES("choices");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** How messages and the reference call it. */
    public String label() {
        return label;
    }

    /** The kind of the values of a field; empty for those that have no value of their own. */
    public static Optional<Kind> of(FieldType type) {
        return switch (type) {
            case FieldType.Text _,
                    FieldType.LongText _,
                    FieldType.Picklist _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _,
                    FieldType.AutoNumber _,
                    FieldType.TargetObject _ ->
                    Optional.of(TEXT);
            case FieldType.Numeric _, FieldType.Currency _, FieldType.Percent _ ->
                    Optional.of(NUMBER);
            case FieldType.Date _ -> Optional.of(DATE);
            case FieldType.DateTime _ -> Optional.of(DATE_TIME);
            case FieldType.Checkbox _ -> Optional.of(BOOLEAN);
            case FieldType.MultiPicklist _ -> Optional.of(CHOICES);
            case FieldType.Id _,
                    FieldType.Lookup _,
                    FieldType.PolymorphicLookup _,
                    FieldType.MasterDetail _ ->
                    Optional.of(REFERENCE);
            case FieldType.ManyToMany _ -> Optional.empty();
        };
    }
}
