package kith.runtime.read;

import java.util.List;
import kith.metadata.catalog.Field;

/**
 * One key of an order.
 *
 * @param through the to-one fields on the way to the field, outermost first; empty for an own field
 */
public record OrderTerm(List<Field> through, Field field, boolean isDescending, boolean nullsLast) {

    public OrderTerm {
        through = List.copyOf(through);
    }
}
