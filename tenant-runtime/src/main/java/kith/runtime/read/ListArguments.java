package kith.runtime.read;

import java.util.List;

/** Which records a list holds, in which order, and which page of it. */
public record ListArguments(Predicate filter, List<OrderTerm> order, Page page) {

    public ListArguments {
        order = List.copyOf(order);
    }
}
