package kith.runtime.share;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That a record is to be shared.
 *
 * @param party the user, the role or the group that it is shared with
 * @param withBelow whether the party is a role together with all below it
 * @param mayChange whether the party may change it too
 * @param until when the share ends
 * @param cause why: what a team member is, or {@link #BY_HAND}
 */
public record ShareRequest(
        String object,
        UUID record,
        UUID party,
        boolean withBelow,
        boolean mayChange,
        Optional<Instant> until,
        String cause) {

    /** The cause of shares that name none. */
    public static final String BY_HAND = "MANUAL";

    /** Characters of the longest cause. */
    public static final int LONGEST_CAUSE = 80;
}
