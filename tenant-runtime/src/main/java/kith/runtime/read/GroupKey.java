package kith.runtime.read;

import java.util.List;
import kith.metadata.catalog.Field;

/**
 * One key by which records are put into groups.
 *
 * @param name its name among the keys of the answer
 * @param through the to-one fields on the way to the field, outermost first; empty for an own field
 */
public record GroupKey(String name, List<Field> through, Field field, Grouping grouping) {

    public GroupKey {
        through = List.copyOf(through);
    }
}
