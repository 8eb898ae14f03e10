package kith.runtime.write;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import org.jspecify.annotations.Nullable;

/**
 * The values that a caller gives for a record, not yet checked.
 *
 * @param id the id that the caller chose for a new record, a UUID of version 7
 * @param related what becomes of related records
 * @param path where in the request these values stand; violations append the field's name
 */
public record RecordInput(
        Optional<UUID> id, Map<Field, Value> values, List<Related> related, List<Object> path) {

    public RecordInput {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        related = List.copyOf(related);
        path = List.copyOf(path);
    }

    /** Values alone. */
    public RecordInput(Optional<UUID> id, Map<Field, Value> values, List<Object> path) {
        this(id, values, List.of(), path);
    }

    /**
     * What shall become of the records of a relation. Their places in the request stand below the
     * relation's name: {@code contacts.create[2]}.
     *
     * @param create records that are made together with this one
     * @param connect records that shall be of the relation
     * @param disconnect records that shall be of it no more; those that are not stay as they are
     * @param set the only ones, beside those created and connected, that shall be of it
     */
    public record Related(
            Relation relation,
            List<RecordInput> create,
            List<Target> connect,
            List<Target> disconnect,
            Optional<List<Target>> set) {
        public Related {
            create = List.copyOf(create);
            connect = List.copyOf(connect);
            disconnect = List.copyOf(disconnect);
            set = set.map(List::copyOf);
        }
    }

    /** A given value. */
    public sealed interface Value {}

    /**
     * A plain value as the request holds it: String, Boolean, Integer, BigDecimal, a list of
     * Strings, or null.
     */
    public record Plain(@Nullable Object value) implements Value {}

    /** What a to-one field shall point to; empty to point nowhere. */
    public record Reference(Optional<Target> target) implements Value {}

    /** Records to link to and to unlink from through a many-to-many field. */
    public record Links(List<Target> connect, List<Target> disconnect) implements Value {
        public Links {
            connect = List.copyOf(connect);
            disconnect = List.copyOf(disconnect);
        }
    }

    /** Names a record. */
    public sealed interface Target {}

    /** By its id. */
    public record ById(UUID id) implements Target {}

    /** By its id, if it is of this object. */
    public record ByIdOf(ObjectType object, UUID id) implements Target {}

    /** By the value of a unique field. */
    public record ByKey(Field key, Object value) implements Target {}
}
