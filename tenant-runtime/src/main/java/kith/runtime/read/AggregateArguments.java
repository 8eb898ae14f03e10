package kith.runtime.read;

import java.util.List;

/**
 * How the records of a list are put into groups, and which of these are wanted.
 *
 * @param keys none puts all records into one group
 * @param order what it leaves open is ordered by the keys
 * @param first how many groups at most
 */
public record AggregateArguments(
        List<GroupKey> keys, GroupCondition having, List<GroupOrder> order, int first) {

    public AggregateArguments {
        keys = List.copyOf(keys);
        order = List.copyOf(order);
    }
}
