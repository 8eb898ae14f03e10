package kith.runtime.read;

import java.util.List;
import java.util.UUID;

/** A read as it will run: allowed, within its limits, every place knowing whose rows it shows. */
record ReadPlan(List<Root> roots) {

    ReadPlan {
        roots = List.copyOf(roots);
    }

    /** One entry of the answer. */
    sealed interface Root {
        String key();
    }

    /** A record by its id, or null. */
    record One(String key, Source source, UUID id, RecordPlan record) implements Root {}

    /** Records by their ids, in the order of these, null for each that is not there. */
    record Several(String key, Source source, List<UUID> ids, RecordPlan record) implements Root {
        Several {
            ids = List.copyOf(ids);
        }
    }

    /** A page. */
    record Listed(String key, ListPlan list) implements Root {}

    /** A page of deleted records. */
    record Deleted(String key, ListPlan list) implements Root {}

    /** Groups of the records that match. */
    record Aggregated(String key, Source source, Condition filter, AggregatePlan groups)
            implements Root {}

    /** A stretch of the stream of changes. */
    record Stretch(String key, ChangesPlan changes) implements Root {}

    /** A record of one of several objects by its id, or null. */
    record Whichever(String key, UUID id, List<Alternative> alternatives) implements Root {
        Whichever {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** What a search finds. */
    record Found(String key, SearchPlan search) implements Root {}

    /** What to read if the record is of this object. */
    record Alternative(Source source, RecordPlan record) {}
}
