package kith.metadata.field;

/** What a type allows a field to be. */
public final class TypeTraits {

    /** Longer texts do not fit into an entry of an index. */
    public static final int MAX_INDEXED_LENGTH = 255;

    /** Numbers of more digits do not fit into a slot. */
    public static final int MAX_SLOT_DIGITS = 18;

    private TypeTraits() {}

    /** Whether such a field points to at most one record. */
    public static boolean isToOne(FieldType type) {
        return type instanceof FieldType.Lookup
                || type instanceof FieldType.PolymorphicLookup
                || type instanceof FieldType.MasterDetail;
    }

    /** Whether filters and sorts on such a field can be made quick. */
    public static boolean isIndexable(FieldType type) {
        return switch (type) {
            case FieldType.Text(int maxLength) -> maxLength <= MAX_INDEXED_LENGTH;
            case FieldType.Numeric(int digits, int _) -> digits <= MAX_SLOT_DIGITS;
            case FieldType.Id _,
                    FieldType.Currency _,
                    FieldType.Percent _,
                    FieldType.Date _,
                    FieldType.DateTime _,
                    FieldType.Checkbox _,
                    FieldType.Picklist _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.AutoNumber _,
                    FieldType.Lookup _,
                    FieldType.PolymorphicLookup _,
                    FieldType.MasterDetail _ ->
                    true;
            case FieldType.LongText _,
                    FieldType.MultiPicklist _,
                    FieldType.Url _,
                    FieldType.ManyToMany _,
                    FieldType.TargetObject _ ->
                    false;
        };
    }

    /** Whether such a field may be a key of its records. */
    public static boolean canBeUnique(FieldType type) {
        return switch (type) {
            case FieldType.Text _, FieldType.Numeric _ -> isIndexable(type);
            case FieldType.Email _, FieldType.Phone _, FieldType.AutoNumber _ -> true;
            case FieldType.Id _,
                    FieldType.LongText _,
                    FieldType.Currency _,
                    FieldType.Percent _,
                    FieldType.Date _,
                    FieldType.DateTime _,
                    FieldType.Checkbox _,
                    FieldType.Picklist _,
                    FieldType.MultiPicklist _,
                    FieldType.Url _,
                    FieldType.Lookup _,
                    FieldType.PolymorphicLookup _,
                    FieldType.TargetObject _,
                    FieldType.MasterDetail _,
                    FieldType.ManyToMany _ ->
                    false;
        };
    }

    /** Whether a record can be asked to have a value in such a field. */
    public static boolean canBeRequired(FieldType type) {
        return !(type instanceof FieldType.ManyToMany)
                && !(type instanceof FieldType.AutoNumber)
                && !(type instanceof FieldType.Id);
    }
}
