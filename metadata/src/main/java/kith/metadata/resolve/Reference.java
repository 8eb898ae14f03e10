package kith.metadata.resolve;

import java.util.Optional;
import kith.metadata.FieldDefinition;
import kith.metadata.field.FieldType;
import kith.metadata.field.Inverse;

/**
 * What references of all types have in common.
 *
 * @param inverse empty only for the platform's own fields
 */
public record Reference(String target, Optional<Inverse> inverse) {

    /** What a field refers to; empty for plain values. */
    public static Optional<Reference> of(FieldDefinition field) {
        return switch (field.type()) {
            case FieldType.Lookup(String target, var inverse) ->
                    Optional.of(new Reference(target, inverse));
            case FieldType.MasterDetail(String target, Inverse inverse) ->
                    Optional.of(new Reference(target, Optional.of(inverse)));
            case FieldType.ManyToMany(String target, Inverse inverse) ->
                    Optional.of(new Reference(target, Optional.of(inverse)));
            case FieldType.Id _,
                    FieldType.Text _,
                    FieldType.LongText _,
                    FieldType.Numeric _,
                    FieldType.Currency _,
                    FieldType.Percent _,
                    FieldType.Date _,
                    FieldType.DateTime _,
                    FieldType.Checkbox _,
                    FieldType.Picklist _,
                    FieldType.MultiPicklist _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _,
                    FieldType.AutoNumber _ ->
                    Optional.empty();
        };
    }
}
