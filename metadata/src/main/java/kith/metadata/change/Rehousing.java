package kith.metadata.change;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import kith.metadata.Component;
import kith.metadata.FieldDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Storage;
import kith.metadata.field.TypeTraits;
import kith.metadata.resolve.RetiredStorage;

/**
 * Sends fields that become indexed to an indexed slot: they lose their home, and the binding of
 * storage gives them one. A field that is indexed no longer stays where it is.
 */
final class Rehousing {

    private final Catalog current;
    private final ComponentSet next;

    Rehousing(Catalog current, ComponentSet next) {
        this.current = current;
        this.next = next;
    }

    /**
     * Takes the homes away, and tells which they are: nobody moves in before the values are out.
     */
    Set<RetiredStorage> moveOut() {
        Set<RetiredStorage> left = new HashSet<>();
        for (Component component : current.components()) {
            if (component instanceof FieldDefinition old) {
                next.find(old.id())
                        .filter(FieldDefinition.class::isInstance)
                        .map(FieldDefinition.class::cast)
                        .filter(field -> isTooPlain(old, field))
                        .ifPresent(field -> left.add(moveOut(old, field)));
            }
        }
        return left;
    }

    private RetiredStorage moveOut(FieldDefinition old, FieldDefinition field) {
        next.put(field.withoutStorage());
        return new RetiredStorage(
                current.require(old.object()).key(), old.storage().orElseThrow(), old.id());
    }

    /** References do without an index where there is no slot left for one. */
    private static boolean isTooPlain(FieldDefinition old, FieldDefinition field) {
        return field.isIndexed()
                && field.formula().isEmpty()
                && !TypeTraits.isToOne(field.type())
                && TypeTraits.isIndexable(field.type())
                && field.storage().equals(old.storage())
                && !isIndexed(old.storage());
    }

    static boolean isIndexed(Optional<Storage> home) {
        return home.filter(one -> one instanceof Storage.Slot slot && slot.isIndexed()).isPresent();
    }
}
