package kith.runtime.audit;

import java.util.Optional;

/**
 * What came of reading the whole trail again.
 *
 * @param entries that are sealed
 * @param erased of these, whose words were erased
 * @param head the last link as hexadecimal digits: whoever kept an earlier one can tell whether the
 *     trail was cut
 * @param problem the first that does not fit; empty where everything does
 */
public record AuditVerification(long entries, long erased, String head, Optional<String> problem) {

    public boolean isIntact() {
        return problem.isEmpty();
    }
}
