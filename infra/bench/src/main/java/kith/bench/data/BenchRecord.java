package kith.bench.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A record as every product holds it.
 *
 * @param values by the names of the fields; numbers with decimals are {@link java.math.BigDecimal}
 */
public record BenchRecord(UUID id, Map<String, Object> values) {

    public BenchRecord {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    Object value(String field) {
        return Objects.requireNonNull(values.get(field), field);
    }

    String text(String field) {
        return value(field).toString();
    }
}
