package kith.runtime.read;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.catalog.ObjectType;
import kith.runtime.word.SearchTerms;

/**
 * What a caller wants to read, bound to a catalog: the roots become one JSON object, keyed by their
 * response keys.
 */
public record ReadRequest(List<Root> roots) {

    public ReadRequest {
        roots = List.copyOf(roots);
    }

    /** One entry of the answer. */
    public sealed interface Root {
        /** The key in the answer. */
        String key();
    }

    /** One record by its id; null where there is none. */
    public record ById(String key, ObjectType object, UUID id, RecordSelection selection)
            implements Root {}

    /**
     * Records by their ids in the given order, as an array; null at the place of one that is not
     * there. Deleted records are included where asked for: a deletion answers with what it deleted.
     */
    public record ByIds(
            String key,
            ObjectType object,
            List<UUID> ids,
            boolean withDeleted,
            RecordSelection selection)
            implements Root {
        public ByIds {
            ids = List.copyOf(ids);
        }
    }

    /** A page of the records of an object. */
    public record Listing(
            String key, ObjectType object, ListArguments arguments, ConnectionSelection selection)
            implements Root {}

    /** A page of the deleted records of an object: its part of the bin. */
    public record Deleted(
            String key, ObjectType object, ListArguments arguments, ConnectionSelection selection)
            implements Root {}

    /** Groups of the records of an object. */
    public record Aggregated(
            String key,
            ObjectType object,
            Predicate filter,
            AggregateArguments arguments,
            AggregateSelection selection)
            implements Root {}

    /**
     * One record of whatever object by its id; null where there is none or its object is not
     * listed.
     */
    public record AnyById(String key, UUID id, List<PerObject> selections) implements Root {
        public AnyById {
            selections = List.copyOf(selections);
        }
    }

    /**
     * A stretch of the tenant's stream of changes, oldest first.
     *
     * @param after where it begins; at the oldest change that is kept where there is none
     * @param size of changes that are told, at most
     * @param objects whose changes are told
     */
    public record Changes(
            String key,
            Optional<StreamCursor> after,
            int size,
            List<ObjectType> objects,
            ChangesSelection selection)
            implements Root {
        public Changes {
            objects = List.copyOf(objects);
        }
    }

    /**
     * The records of some objects that hold the words, best first; of each object those of the
     * selection.
     */
    public record Search(
            String key,
            SearchTerms terms,
            List<ObjectType> objects,
            int first,
            SearchSelection selection)
            implements Root {
        public Search {
            objects = List.copyOf(objects);
        }
    }

    /** What to read of a record if it is of this object. */
    public record PerObject(ObjectType object, RecordSelection selection) {}
}
