package kith.metadata.resolve;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kith.metadata.FieldDefinition;
import kith.metadata.catalog.SlotKind;
import kith.metadata.catalog.Storage;
import kith.metadata.catalog.Storage.Overflow;
import kith.metadata.catalog.StorageAssigner;
import kith.metadata.field.FieldType;
import kith.metadata.field.TypeTraits;

/** Puts every field into the overflow document, but links into links and references into slots. */
public final class OverflowAssigner implements StorageAssigner {

    @Override
    public Optional<Storage> assign(FieldDefinition field, Set<Storage> taken) {
        if (field.type() instanceof FieldType.ManyToMany) {
            return Optional.of(new Storage.Links());
        }
        boolean needsSlot = TypeTraits.isToOne(field.type());
        return IntStream.iterate(1, number -> number + 1)
                .<Storage>mapToObj(number ->
                        needsSlot
                                ? new Storage.Slot(SlotKind.REFERENCE, number)
                                : new Overflow(number))
                .filter(home -> !taken.contains(home))
                .findFirst();
    }

    @Override
    public boolean fits(FieldDefinition field, Storage storage) {
        return true;
    }
}
