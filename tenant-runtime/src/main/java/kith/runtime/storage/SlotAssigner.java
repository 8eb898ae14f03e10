package kith.runtime.storage;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kith.metadata.FieldDefinition;
import kith.metadata.catalog.SlotKind;
import kith.metadata.catalog.Storage;
import kith.metadata.catalog.Storage.Links;
import kith.metadata.catalog.Storage.Overflow;
import kith.metadata.catalog.Storage.Slot;
import kith.metadata.catalog.StorageAssigner;
import kith.metadata.field.FieldType;
import kith.metadata.field.TypeTraits;

/**
 * Chooses among the slots of the shared record table: the lowest free one. Fields that are to be
 * indexed get indexed slots and nothing else; references too, as long as there are some. All others
 * keep out of the indexed slots, so that these are there when they are asked for, and flow over
 * into the record's overflow document; only what is summed up from other records never does, for it
 * changes while its record is written by others.
 */
public final class SlotAssigner implements StorageAssigner {

    @Override
    public Optional<Storage> assign(FieldDefinition field, Set<Storage> taken) {
        if (field.type() instanceof FieldType.ManyToMany) {
            return Optional.of(new Links());
        }
        Optional<SlotKind> kind = slotKind(field.type());
        if (kind.isEmpty()) {
            return Optional.of(overflow(taken));
        }
        if (TypeTraits.isToOne(field.type())) {
            return indexed(kind.get(), taken).or(() -> unindexed(kind.get(), taken));
        }
        if (field.isIndexed()) {
            return indexed(kind.get(), taken);
        }
        return unindexed(kind.get(), taken)
                .or(() ->
                        field.rollUp().isPresent()
                                ? indexed(kind.get(), taken)
                                : Optional.of(overflow(taken)));
    }

    @Override
    public boolean fits(FieldDefinition field, Storage storage) {
        Optional<SlotKind> kind = slotKind(field.type());
        return switch (storage) {
            case Links _ -> field.type() instanceof FieldType.ManyToMany;
            case Overflow _ ->
                    !field.isIndexed()
                            && field.rollUp().isEmpty()
                            && !(field.type() instanceof FieldType.ManyToMany);
            case Slot slot ->
                    kind.filter(slot.kind()::equals).isPresent()
                            && slot.number() <= slot.kind().count()
                            && isIndexedAsNeeded(field, slot);
            case Storage.Column _, Storage.Computed _ -> false;
        };
    }

    /** A text too long for an index must not come into an indexed slot: its writes would fail. */
    private static boolean isIndexedAsNeeded(FieldDefinition field, Slot slot) {
        return slot.isIndexed()
                ? TypeTraits.isIndexable(field.type())
                : !field.isIndexed() || TypeTraits.isToOne(field.type());
    }

    private static Optional<Storage> indexed(SlotKind kind, Set<Storage> taken) {
        return free(kind, 1, kind.indexed(), taken);
    }

    private static Optional<Storage> unindexed(SlotKind kind, Set<Storage> taken) {
        return free(kind, kind.indexed() + 1, kind.count(), taken);
    }

    private static Optional<Storage> free(SlotKind kind, int first, int last, Set<Storage> taken) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> (Storage) new Slot(kind, number))
                .filter(slot -> !taken.contains(slot))
                .findFirst();
    }

    private static Storage overflow(Set<Storage> taken) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(Overflow::new)
                .filter(home -> !taken.contains(home))
                .findFirst()
                .orElseThrow();
    }

    /** The kind of slot that holds values of a type; empty for those that live elsewhere. */
    private static Optional<SlotKind> slotKind(FieldType type) {
        return switch (type) {
            case FieldType.Text _,
                    FieldType.Picklist _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _,
                    FieldType.AutoNumber _ ->
                    Optional.of(SlotKind.TEXT);
            case FieldType.Numeric(int digits, int _) ->
                    digits <= TypeTraits.MAX_SLOT_DIGITS
                            ? Optional.of(SlotKind.NUMBER)
                            : Optional.empty();
            case FieldType.Currency _, FieldType.Percent _ -> Optional.of(SlotKind.NUMBER);
            case FieldType.Date _ -> Optional.of(SlotKind.DATE);
            case FieldType.DateTime _ -> Optional.of(SlotKind.TIME);
            case FieldType.Checkbox _ -> Optional.of(SlotKind.BOOLEAN);
            case FieldType.Lookup _, FieldType.PolymorphicLookup _, FieldType.MasterDetail _ ->
                    Optional.of(SlotKind.REFERENCE);
            case FieldType.LongText _,
                    FieldType.MultiPicklist _,
                    FieldType.ManyToMany _,
                    FieldType.TargetObject _,
                    FieldType.Id _ ->
                    Optional.empty();
        };
    }
}
