package kith.metadata.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.Component;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.catalog.Storage;
import kith.metadata.catalog.StorageAssigner;

/**
 * Gives the values of each field a home: the fixed ones first, so that a package finds its own,
 * then the others in their order. Homes of removed fields stay closed to all others. Links are
 * keyed by the field, so any number of fields share that home.
 */
final class StorageBinding {

    private final StorageAssigner assigner;
    private final Set<RetiredStorage> retired;
    private final Findings findings;

    StorageBinding(StorageAssigner assigner, Set<RetiredStorage> retired, Findings findings) {
        this.assigner = assigner;
        this.retired = retired;
        this.findings = findings;
    }

    /** The same components, every sound field with a home. */
    List<Component> bind(List<Component> components) {
        Dictionary dictionary = new Dictionary(components);
        Map<UUID, Component> bound = new HashMap<>();
        for (ObjectDefinition object : dictionary.objects()) {
            List<FieldDefinition> fields = dictionary.fieldsOf(object.name());
            Set<RetiredStorage> closed = retiredOf(object);
            Map<Storage, UUID> taken = takeFixed(fields, closed);
            for (FieldDefinition field : fields) {
                if (field.storage().isEmpty()
                        && (field.formula().isEmpty() || field.isIndexed())
                        && findings.isSound(field)) {
                    assign(field, taken, closed).ifPresent(home -> bound.put(field.id(), home));
                }
            }
        }
        List<Component> all = new ArrayList<>();
        components.forEach(component -> all.add(bound.getOrDefault(component.id(), component)));
        return all;
    }

    private Map<Storage, UUID> takeFixed(List<FieldDefinition> fields, Set<RetiredStorage> closed) {
        Map<Storage, UUID> taken = new HashMap<>();
        for (FieldDefinition field : fields) {
            field.storage().ifPresent(storage -> take(field, storage, taken, closed));
        }
        return taken;
    }

    private void take(
            FieldDefinition field,
            Storage storage,
            Map<Storage, UUID> taken,
            Set<RetiredStorage> closed) {
        if (!findings.isSound(field)) {
            return;
        }
        if (!assigner.fits(field, storage)) {
            findings.add(
                    field,
                    CatalogProblem.STORAGE_CONFLICT,
                    "Values of this field cannot live in %s".formatted(storage),
                    Optional.of("Leave `storage` out."),
                    "storage");
        } else if (!(storage instanceof Storage.Links)
                && (taken.putIfAbsent(storage, field.id()) != null
                        || isClosed(storage, field, closed))) {
            findings.add(
                    field,
                    CatalogProblem.STORAGE_CONFLICT,
                    "%s of %s is taken".formatted(storage, field.object()),
                    Optional.of("Leave `storage` out."),
                    "storage");
        }
    }

    private Optional<FieldDefinition> assign(
            FieldDefinition field, Map<Storage, UUID> taken, Set<RetiredStorage> closed) {
        Set<Storage> unavailable = new HashSet<>(taken.keySet());
        closed.forEach(home -> unavailable.add(home.storage()));
        Optional<Storage> storage = assigner.assign(field, unavailable);
        if (storage.isEmpty()) {
            findings.add(
                    field,
                    CatalogProblem.SLOTS_EXHAUSTED,
                    "%s has no %sslot left for a field of type %s"
                            .formatted(
                                    field.object(),
                                    field.isIndexed() ? "indexed " : "",
                                    field.type().documentName()),
                    field.isIndexed()
                            ? Optional.of("Make it, or another one, a field that is not indexed.")
                            : Optional.empty(),
                    field.isIndexed() ? "indexed" : "type");
        }
        storage.ifPresent(home -> taken.put(home, field.id()));
        return storage.map(field::withStorage);
    }

    private Set<RetiredStorage> retiredOf(ObjectDefinition object) {
        Set<RetiredStorage> closed = new HashSet<>();
        for (RetiredStorage home : retired) {
            if (object.key().orElse(-1) == home.object()) {
                closed.add(home);
            }
        }
        return closed;
    }

    private static boolean isClosed(
            Storage storage, FieldDefinition field, Set<RetiredStorage> closed) {
        return closed.stream()
                .anyMatch(
                        home -> home.storage().equals(storage) && !home.field().equals(field.id()));
    }
}
