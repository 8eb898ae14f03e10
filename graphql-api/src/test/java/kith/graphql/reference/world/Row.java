package kith.graphql.reference.world;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A record: String, BigDecimal, LocalDate, Instant, Boolean, UUID (of a lookup) or a List of
 * Strings by the name of its field; what has no value is not there.
 */
public record Row(ModelObject object, Map<String, Object> values) {

    /** Beside the fields: the record whose deletion took this one into the bin. */
    public static final String DELETION = "~deletion";

    public Row {
        values = Map.copyOf(values);
    }

    public UUID id() {
        return (UUID) Objects.requireNonNull(values.get("id"));
    }

    /** A yes-no field without value is a no. */
    public Optional<Object> value(ModelField field) {
        Object value = values.get(field.name());
        return value == null && field.kind() == Kind.BOOLEAN
                ? Optional.of(false)
                : Optional.ofNullable(value);
    }

    public boolean isDeleted() {
        return values.containsKey("deletedAt");
    }

    public Optional<Instant> deletedAt() {
        return Optional.ofNullable((Instant) values.get("deletedAt"));
    }

    public int version() {
        return ((BigDecimal) Objects.requireNonNull(values.get("version"))).intValueExact();
    }

    /** The record with other values; an empty one takes the value away. */
    public Row with(Map<String, Optional<Object>> changes) {
        Map<String, Object> next = new HashMap<>(values);
        changes.forEach((name, value) ->
                value.ifPresentOrElse(given -> next.put(name, given), () -> next.remove(name)));
        return new Row(object, next);
    }
}
