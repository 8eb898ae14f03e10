package kith.runtime.move;

import java.util.List;
import kith.runtime.storage.TableIndex;

/**
 * What a move is about.
 *
 * @param object the object's key
 * @param name the object's name when the move began, for messages
 * @param indexes those that the dedicated table shall have besides that of the id
 */
record ObjectMove(int object, String name, Course course, List<TableIndex> indexes) {

    ObjectMove {
        indexes = List.copyOf(indexes);
    }

    /** Where it leads. */
    enum Course {
        TO_DEDICATED,
        TO_SHARED,
        /** Nowhere: the dedicated table gets other indexes. */
        REINDEX
    }
}
