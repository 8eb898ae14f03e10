package kith.metadata.change;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.resolve.RetiredObject;
import kith.metadata.resolve.RetiredStorage;

/** What a change set comes to. */
public sealed interface ChangePlan {

    /** What it does, or would do. */
    List<Difference> diff();

    /**
     * It can be applied, as far as the components tell.
     *
     * @param next the catalog after it
     * @param nextObjectKey the key of the next object that has none
     * @param conditions what the records must be like
     * @param effects what happens to the records, in this order
     * @param storage what becomes of homes and keys of values
     */
    record Applicable(
            Catalog next,
            int nextObjectKey,
            List<Difference> diff,
            List<DataCondition> conditions,
            List<RecordEffect> effects,
            StorageChanges storage)
            implements ChangePlan {
        public Applicable {
            diff = List.copyOf(diff);
            conditions = List.copyOf(conditions);
            effects = List.copyOf(effects);
        }
    }

    /** It cannot be applied; all reasons, at least one. */
    record Refused(List<Difference> diff, List<ChangeProblem> problems) implements ChangePlan {
        public Refused {
            diff = List.copyOf(diff);
            problems = List.copyOf(problems);
        }
    }

    /**
     * What becomes of homes and keys of values.
     *
     * @param retired homes whose fields are removed
     * @param revived homes whose fields are back
     * @param retiredObjects objects that are removed
     * @param revivedObjects objects that are back
     * @param nowUnique fields whose values become keys
     * @param noLongerUnique ids of the fields whose values are no keys any more
     */
    record StorageChanges(
            Set<RetiredStorage> retired,
            Set<RetiredStorage> revived,
            Set<RetiredObject> retiredObjects,
            Set<RetiredObject> revivedObjects,
            List<Field> nowUnique,
            Set<UUID> noLongerUnique) {
        public StorageChanges {
            retired = Set.copyOf(retired);
            revived = Set.copyOf(revived);
            retiredObjects = Set.copyOf(retiredObjects);
            revivedObjects = Set.copyOf(revivedObjects);
            nowUnique = List.copyOf(nowUnique);
            noLongerUnique = Set.copyOf(noLongerUnique);
        }
    }
}
