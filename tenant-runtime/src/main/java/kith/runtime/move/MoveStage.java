package kith.runtime.move;

import java.util.Optional;
import java.util.UUID;
import kith.runtime.job.JobStep;

/**
 * How far a move is, as the checkpoint of its job says it.
 *
 * @param records as many were to be moved when it began
 * @param last the id of the last record that the stage went through; empty at its beginning
 */
record MoveStage(Name name, long records, Optional<UUID> last) {

    /** The stages in their order. */
    enum Name {
        COPY,
        INDEX,
        FOLLOW,
        VERIFY,
        CATCH_UP,
        SWITCH,
        CLEAR,
        END
    }

    static MoveStage first(ObjectMove move, long records) {
        return new MoveStage(
                move.course() == ObjectMove.Course.REINDEX ? Name.INDEX : Name.COPY,
                records,
                Optional.empty());
    }

    static MoveStage parse(String checkpoint) {
        String[] parts = checkpoint.split(" ", -1);
        return new MoveStage(
                Name.valueOf(parts[0]),
                Long.parseLong(parts[1]),
                parts.length > 2 ? Optional.of(UUID.fromString(parts[2])) : Optional.empty());
    }

    String checkpoint() {
        return name + " " + records + last.map(id -> " " + id).orElse("");
    }

    MoveStage behind(UUID id) {
        return new MoveStage(name, records, Optional.of(id));
    }

    MoveStage then(Name next) {
        return new MoveStage(next, records, Optional.empty());
    }

    /** A step that leads here; each record counts as copied, as compared and as cleared. */
    JobStep reached(long progress, ObjectMove move) {
        long passes =
                switch (move.course()) {
                    case TO_DEDICATED -> 3;
                    case TO_SHARED -> 2;
                    case REINDEX -> 0;
                };
        return JobStep.more(progress, checkpoint()).of(Math.max(progress, records * passes));
    }
}
