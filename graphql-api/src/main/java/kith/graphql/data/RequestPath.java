package kith.graphql.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a request: response keys and names of arguments, outermost first. Most are never
 * spelled out, so each holds no more than its last step.
 */
record RequestPath(@Nullable RequestPath outer, Object step) {

    private static final RequestPath ROOT = new RequestPath(null, "");

    static RequestPath root() {
        return ROOT;
    }

    RequestPath then(Object next) {
        return new RequestPath(this, next);
    }

    List<Object> steps() {
        List<Object> steps = new ArrayList<>();
        for (RequestPath at = this; at.outer() != null; at = at.outer()) {
            steps.add(at.step());
        }
        Collections.reverse(steps);
        return List.copyOf(steps);
    }
}
