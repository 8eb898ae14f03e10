package kith.runtime.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import kith.metadata.catalog.Field;

/**
 * A total order: the keys, and in the end the record's id.
 *
 * @param object id of the object whose records are ordered
 * @param isIdDescending follows the last key, so that one index can serve both
 */
record OrderPlan(UUID object, List<Key> keys, boolean isIdDescending) {

    OrderPlan {
        keys = List.copyOf(keys);
    }

    /** A field of the record itself, or of one that it points to. */
    record Key(List<Step> through, Field field, boolean isDescending, boolean isNullsLast) {
        Key {
            through = List.copyOf(through);
        }

        boolean isOwn() {
            return through.isEmpty();
        }

        Key reversed() {
            return new Key(through, field, !isDescending, !isNullsLast);
        }
    }

    /** The way over a to-one field to the records that may be seen behind it. */
    record Step(Field reference, Source target) {

        private String mark() {
            String mark = ">" + reference.id();
            return reference.isNarrowed() ? mark + ":" + target.object().id() : mark;
        }
    }

    /** The same list from its end. */
    OrderPlan reversed() {
        return new OrderPlan(object, keys.stream().map(Key::reversed).toList(), !isIdDescending);
    }

    /**
     * Tells cursors of this order from those of others; the same for every tenant that has the
     * object from the same package, whatever its things are called.
     */
    String mark() {
        StringBuilder text = new StringBuilder(object.toString());
        for (Key key : keys) {
            key.through().forEach(step -> text.append(step.mark()));
            text.append('.').append(key.field().id());
            text.append(key.isDescending() ? '-' : '+').append(key.isNullsLast() ? 'l' : 'f');
        }
        UUID digest = UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8));
        return digest.toString().substring(0, 8);
    }
}
