package kith.runtime.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.metadata.catalog.ObjectType;
import org.jspecify.annotations.Nullable;

/** What a rule wants to be done to another record, which is done together with others. */
public sealed interface RuleWrite {

    ObjectType object();

    UUID id();

    /** Where the record stands in the request for which the rule ran. */
    List<Object> path();

    /**
     * A new record.
     *
     * @param values typed values by field name
     */
    record Create(
            ObjectType object, UUID id, Map<String, @Nullable Object> values, List<Object> path)
            implements RuleWrite {
        public Create {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            path = List.copyOf(path);
        }
    }

    /**
     * New values of a record.
     *
     * @param values typed values by field name; null clears
     */
    record Update(
            ObjectType object, UUID id, Map<String, @Nullable Object> values, List<Object> path)
            implements RuleWrite {
        public Update {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            path = List.copyOf(path);
        }
    }

    /** The record goes into the bin. */
    record Delete(ObjectType object, UUID id, List<Object> path) implements RuleWrite {
        public Delete {
            path = List.copyOf(path);
        }
    }
}
