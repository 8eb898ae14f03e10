package kith.graphql.data;

import java.util.ArrayList;
import java.util.List;

/** A place in a request: response keys and names of arguments, outermost first. */
record RequestPath(List<Object> steps) {

    RequestPath {
        steps = List.copyOf(steps);
    }

    static RequestPath root() {
        return new RequestPath(List.of());
    }

    RequestPath then(Object step) {
        List<Object> longer = new ArrayList<>(steps);
        longer.add(step);
        return new RequestPath(longer);
    }
}
