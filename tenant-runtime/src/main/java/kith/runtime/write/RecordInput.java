package kith.runtime.write;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.catalog.Field;
import org.jspecify.annotations.Nullable;

/**
 * The values that a caller gives for a record, not yet checked.
 *
 * @param id the id that the caller chose for a new record, a UUID of version 7
 * @param path where in the request these values stand; violations append the field's name
 */
public record RecordInput(Optional<UUID> id, Map<Field, Value> values, List<Object> path) {

    public RecordInput {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        path = List.copyOf(path);
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

    /** By the value of a unique field. */
    public record ByKey(Field key, Object value) implements Target {}
}
