package kith.runtime.write;

import java.util.List;
import java.util.UUID;

/** On what a rule is tried. */
public sealed interface TrialCases {

    /** At most so many at once. */
    int MOST = 1_000;

    /** The last changes of records of its object, as far as the change stream has them. */
    record LastChanges(int count) implements TrialCases {}

    /** Records as they are now. */
    record Records(List<UUID> ids) implements TrialCases {
        public Records {
            ids = List.copyOf(ids);
        }
    }
}
