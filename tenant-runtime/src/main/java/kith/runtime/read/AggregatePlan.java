package kith.runtime.read;

import java.util.List;

/** Groups of records as they will be computed. */
record AggregatePlan(
        List<Key> keys,
        GroupCondition having,
        List<GroupOrder> order,
        int first,
        AggregateSelection selection) {

    AggregatePlan {
        keys = List.copyOf(keys);
        order = List.copyOf(order);
    }

    /** A key, and the way over to-one fields to the records that may be seen behind them. */
    record Key(GroupKey key, List<OrderPlan.Step> through) {
        Key {
            through = List.copyOf(through);
        }
    }
}
