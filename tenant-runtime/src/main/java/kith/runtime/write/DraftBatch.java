package kith.runtime.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kith.metadata.catalog.ObjectType;
import kith.runtime.write.ResolvedRecord.ResolvedRelated;

/** Drafts of one object that are written together. */
record DraftBatch(ObjectType object, List<Draft> drafts) {

    DraftBatch {
        drafts = List.copyOf(drafts);
    }

    /** A draft, and what becomes of the records of its relations. */
    record Member(Draft draft, List<ResolvedRelated> related) {
        Member {
            related = List.copyOf(related);
        }
    }

    /** A batch for each object, in the order in which the objects come first. */
    static List<DraftBatch> of(List<Draft> drafts) {
        Map<ObjectType, List<Draft>> byObject = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            byObject.computeIfAbsent(draft.object(), _ -> new ArrayList<>()).add(draft);
        }
        return byObject.entrySet().stream()
                .map(entry -> new DraftBatch(entry.getKey(), entry.getValue()))
                .toList();
    }
}
