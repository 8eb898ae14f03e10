package kith.metadata.resolve;

import java.util.List;
import java.util.Optional;
import kith.metadata.FieldDefinition;
import kith.metadata.field.FieldType;
import kith.metadata.field.Inverse;

/**
 * What references of all types have in common.
 *
 * @param targets names of the objects that may be referred to
 * @param inverse empty only for the platform's own fields
 */
public record Reference(List<String> targets, Optional<Inverse> inverse) {

    public Reference {
        targets = List.copyOf(targets);
    }

    /** What a field refers to; empty for plain values. */
    public static Optional<Reference> of(FieldDefinition field) {
        return field.type() instanceof FieldType.Referring referring
                ? Optional.of(new Reference(referring.targets(), inverse(referring)))
                : Optional.empty();
    }

    private static Optional<Inverse> inverse(FieldType.Referring type) {
        return switch (type) {
            case FieldType.Lookup(String _, var inverse) -> inverse;
            case FieldType.PolymorphicLookup(var _, Inverse inverse) -> Optional.of(inverse);
            case FieldType.MasterDetail(String _, Inverse inverse) -> Optional.of(inverse);
            case FieldType.ManyToMany(String _, Inverse inverse) -> Optional.of(inverse);
        };
    }
}
