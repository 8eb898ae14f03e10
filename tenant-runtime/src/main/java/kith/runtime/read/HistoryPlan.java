package kith.runtime.read;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kith.metadata.catalog.Field;

/**
 * A page of a record's history.
 *
 * @param before the version that the page lies before; empty for the newest
 * @param fields whose changes may be told
 * @param users the users who may be seen
 * @param actors what each selection of a user becomes
 */
record HistoryPlan(
        HistorySelection selection,
        int first,
        OptionalInt before,
        List<Field> fields,
        Source users,
        Map<RecordSelection, RecordPlan> actors) {

    HistoryPlan {
        fields = List.copyOf(fields);
        actors = Map.copyOf(actors);
    }
}
