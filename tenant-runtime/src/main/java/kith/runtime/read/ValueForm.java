package kith.runtime.read;

import kith.metadata.catalog.Field;
import kith.metadata.catalog.Storage;
import kith.metadata.field.FieldType;

/** How the database holds the values of a field, which decides how they are compared. */
enum ValueForm {
    /** Text, ordered as people expect it. */
    TEXT,
    /**
     * A number times ten to the power of its field's decimals, in a bigint; also one that is
     * computed while its column is stale.
     */
    SCALED,
    /** A number of the overflow document, or one that is computed. */
    EXACT,
    DATE,
    MOMENT,
    /** Yes or no; missing reads as no. */
    FLAG,
    ID,
    /** The key of an object. */
    OBJECT,
    /** A date or moment of the overflow document: a text whose code points give its order. */
    PLAIN,
    /** An array of texts of the overflow document. */
    LIST;

    static ValueForm of(Field field) {
        boolean isOverflow = field.storage() instanceof Storage.Overflow;
        boolean isExact =
                isOverflow || (field.storage() instanceof Storage.Computed && !field.isStored());
        return switch (field.type()) {
            case FieldType.Text _,
                    FieldType.LongText _,
                    FieldType.Picklist _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _,
                    FieldType.AutoNumber _ ->
                    TEXT;
            case FieldType.Numeric _, FieldType.Currency _, FieldType.Percent _ ->
                    isExact ? EXACT : SCALED;
            case FieldType.Date _ -> isOverflow ? PLAIN : DATE;
            case FieldType.DateTime _ -> isOverflow ? PLAIN : MOMENT;
            case FieldType.Checkbox _ -> FLAG;
            // References always find a slot, for children are looked up by them.
            case FieldType.Id _,
                    FieldType.Lookup _,
                    FieldType.PolymorphicLookup _,
                    FieldType.MasterDetail _ ->
                    ID;
            case FieldType.TargetObject _ -> OBJECT;
            case FieldType.MultiPicklist _ -> LIST;
            case FieldType.ManyToMany _ ->
                    throw new IllegalArgumentException(field.name() + " has no value of its own");
        };
    }
}
