package kith.runtime.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.catalog.ObjectType;

/**
 * A record of a write as its rules get it.
 *
 * @param values typed values as they will be, by field name; fields without value are missing
 * @param before the same as they were; empty for a new record
 * @param path where the record stands in the request
 */
public record RuleSubject(
        ObjectType object,
        UUID id,
        Map<String, Object> values,
        Optional<Map<String, Object>> before,
        List<Object> path) {

    public RuleSubject {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        path = List.copyOf(path);
    }

    boolean isNew() {
        return before.isEmpty();
    }
}
