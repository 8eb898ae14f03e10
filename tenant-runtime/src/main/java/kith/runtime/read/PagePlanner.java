package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.metadata.problem.Problem;

/** The order of a list and the page of it: keys that may be used, sizes within their limits. */
record PagePlanner(Planning planning) {

    static final int MAX_SIZE = 1_000;
    static final int MAX_CAPPED_COUNT = 100_000;

    OrderPlan order(Source source, List<OrderTerm> terms, Path path) {
        List<OrderPlan.Key> keys = new ArrayList<>();
        for (OrderTerm term : terms) {
            keys.add(key(term, path));
        }
        boolean isIdDescending = !keys.isEmpty() && keys.getLast().isDescending();
        return new OrderPlan(source.object().id(), keys, isIdDescending);
    }

    private OrderPlan.Key key(OrderTerm term, Path path) {
        List<OrderPlan.Step> steps = new ArrayList<>();
        Path at = path;
        for (var reference : term.through()) {
            at = at.then(reference.name());
            planning.requireReadable(reference, at);
            steps.add(new OrderPlan.Step(reference, planning.target(reference)));
        }
        planning.requireReadable(term.field(), at.then(term.field().name()));
        return new OrderPlan.Key(steps, term.field(), term.isDescending(), term.nullsLast());
    }

    PagePlan page(Page page, OrderPlan order, Path path) {
        requireWithin(page.size(), MAX_SIZE, "A page holds 1 to 1,000 records", path);
        boolean isBackward = page.direction() == Page.Direction.BACKWARD;
        Path place = path.then(isBackward ? "before" : "after");
        return new PagePlan(
                page.size(),
                isBackward,
                page.cursor().flatMap(cursor -> position(cursor, order, place)));
    }

    void requireWithin(int number, int max, String message, Path path) {
        if (number < 1 || number > max) {
            planning.refuse(
                    Problem.of(ReadProblem.PAGE_TOO_LARGE, message + ", not " + number), path);
        }
    }

    private Optional<CursorPosition> position(String cursor, OrderPlan order, Path path) {
        Optional<CursorPosition> position = CursorText.parse(cursor, order);
        if (position.isEmpty()) {
            planning.refuse(
                    Problem.of(
                                    ReadProblem.INVALID_CURSOR,
                                    "This cursor is not one of a list in this order")
                            .hint("Take a cursor that this list gave, and keep the order."),
                    path);
        }
        return position;
    }
}
