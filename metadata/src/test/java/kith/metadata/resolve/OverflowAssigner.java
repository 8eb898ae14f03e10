package kith.metadata.resolve;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kith.metadata.FieldDefinition;
import kith.metadata.catalog.Storage;
import kith.metadata.catalog.Storage.Overflow;
import kith.metadata.catalog.StorageAssigner;
import kith.metadata.field.FieldType;

/** Puts every field into the overflow document, but links into links. */
public final class OverflowAssigner implements StorageAssigner {

    @Override
    public Optional<Storage> assign(FieldDefinition field, Set<Storage> taken) {
        return field.type() instanceof FieldType.ManyToMany
                ? Optional.of(new Storage.Links())
                : IntStream.iterate(1, number -> number + 1)
                        .mapToObj(number -> (Storage) new Overflow(number))
                        .filter(home -> !taken.contains(home))
                        .findFirst();
    }

    @Override
    public boolean fits(FieldDefinition field, Storage storage) {
        return true;
    }
}
