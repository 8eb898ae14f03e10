package kith.metadata.expression;

import java.util.List;
import kith.metadata.catalog.Field;
import org.jspecify.annotations.Nullable;

/** The values of the record that an expression is evaluated for. */
public interface RecordValues {

    /**
     * The value of a field with storage of its own; null where it or something on the way to it is
     * missing.
     *
     * @param path the way to the field's record, outermost first
     */
    @Nullable Object value(List<Step> path, Field field);

    /** What {@link #value} was before the write that is under way. */
    @Nullable Object prior(List<Step> path, Field field);

    /** Whether there is a record behind these references, and not in the bin. */
    boolean isThere(List<Step> path);

    /** Whether the record is just being created. */
    boolean isNew();
}
