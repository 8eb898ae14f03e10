package kith.runtime.catchup;

import java.util.Optional;
import java.util.UUID;
import kith.runtime.job.JobStep;

/**
 * Where a job goes on; its text is the job's checkpoint.
 *
 * @param generation of the mark when the pass over the records began
 * @param records how many there were then
 * @param last the record behind which the pass goes on; empty at its beginning
 * @param isThrough whether the pass is through
 */
record CatchUpStage(long generation, long records, Optional<UUID> last, boolean isThrough) {

    /** Before the first pass, or between two. */
    static final CatchUpStage WAITING = new CatchUpStage(-1, 0, Optional.empty(), true);

    private static final String THROUGH = "through";

    static CatchUpStage beginning(long generation, long records) {
        return new CatchUpStage(generation, records, Optional.empty(), false);
    }

    static CatchUpStage parse(String checkpoint) {
        String[] parts = checkpoint.split(" ", -1);
        boolean isThrough = parts.length > 2 && parts[2].equals(THROUGH);
        return new CatchUpStage(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                parts.length > 2 && !isThrough
                        ? Optional.of(UUID.fromString(parts[2]))
                        : Optional.empty(),
                isThrough);
    }

    /** Whether the column may be right by now. */
    boolean mayEnd() {
        return isThrough && generation >= 0;
    }

    CatchUpStage behind(UUID record) {
        return new CatchUpStage(generation, records, Optional.of(record), false);
    }

    CatchUpStage through() {
        return new CatchUpStage(generation, records, Optional.empty(), true);
    }

    /** A step that leads here. */
    JobStep reached(long progress) {
        return JobStep.more(progress, checkpoint()).of(Math.max(progress, records));
    }

    String checkpoint() {
        String place = isThrough ? " " + THROUGH : last.map(id -> " " + id).orElse("");
        return generation + " " + records + place;
    }
}
