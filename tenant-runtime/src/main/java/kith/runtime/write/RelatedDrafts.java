package kith.runtime.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kith.runtime.write.DraftBatch.Member;

/**
 * Draws up the records that come with others and the changes of those that others name: level by
 * level, each after the records that it hangs on. The number of statements depends on the levels
 * and on their objects, not on the number of records.
 */
final class RelatedDrafts {

    private final WriteSession session;
    private final RecordIds ids;

    RelatedDrafts(WriteSession session, RecordIds ids) {
        this.session = session;
        this.ids = ids;
    }

    /** The batches in the order in which they are written, those of the members first. */
    List<DraftBatch> batches(List<Member> members, Violations violations) {
        List<DraftBatch> batches = new ArrayList<>();
        Set<UUID> written = new HashSet<>();
        List<Member> level = members;
        while (!level.isEmpty()) {
            level.forEach(member -> written.add(member.draft().id()));
            RelatedLevel next = new RelatedLevel(session, ids, written, violations);
            level.forEach(next::add);
            List<Member> below = next.members();
            batches.addAll(
                    DraftBatch.of(level.stream().map(Member::draft).map(next::linked).toList()));
            level = below;
        }
        return batches;
    }
}
