package kith.metadata.catalog;

import java.util.Optional;
import java.util.Set;
import kith.metadata.FieldDefinition;

/**
 * Port: chooses the home of a new field's values. Pure: the same arguments give the same storage.
 */
public interface StorageAssigner {

    /**
     * A free home that fits the field; empty when the object has none left that would do.
     *
     * @param field the field without storage
     * @param taken storages of the object that are in use or wait to be purged
     */
    Optional<Storage> assign(FieldDefinition field, Set<Storage> taken);

    /** Whether values of the field can live there; asked of storages that packages fix. */
    boolean fits(FieldDefinition field, Storage storage);
}
