package kith.metadata.resolve;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.WeakHashMap;
import kith.metadata.Component;
import kith.metadata.catalog.ObjectType;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the catalogs that are in use. A tenant that added a field to one object keeps that
 * object for itself, and shares all others with the tenants that have the same packages.
 */
final class SharedParts {

    private final Pool<Component> components = new Pool<>();
    private final Pool<ObjectType> objects = new Pool<>();

    List<Component> components(List<Component> made) {
        return made.stream().map(components::shared).toList();
    }

    List<ObjectType> objects(List<ObjectType> made) {
        return made.stream().map(objects::shared).toList();
    }

    /** One of each that are equal, for as long as somebody has it. */
    private static final class Pool<T> {

        private final WeakHashMap<T, WeakReference<T>> known = new WeakHashMap<>();

        synchronized T shared(T made) {
            WeakReference<T> reference = known.get(made);
            @Nullable T found = reference == null ? null : reference.get();
            if (found != null) {
                return found;
            }
            known.put(made, new WeakReference<>(made));
            return made;
        }
    }
}
