package kith.runtime.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in the request the planner is; spelled out only for a problem. */
record Path(@Nullable Path parent, Object step) {

    static Path root(String key) {
        return new Path(null, key);
    }

    Path then(String key) {
        return new Path(this, key);
    }

    List<Object> steps() {
        List<Object> steps = new ArrayList<>();
        for (Path at = this; at != null; at = at.parent()) {
            steps.add(at.step());
        }
        Collections.reverse(steps);
        return steps;
    }
}
