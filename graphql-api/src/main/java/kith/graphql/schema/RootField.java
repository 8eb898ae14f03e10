package kith.graphql.schema;

/**
 * What a field of {@code Query} or {@code Mutation} does. Objects stand by name, because catalogs
 * of equal content share one schema.
 */
public sealed interface RootField {

    /** What a query can ask. */
    sealed interface QueryField extends RootField {}

    /** What a mutation can do. */
    sealed interface MutationField extends RootField {
        /** The name of the object whose records are written. */
        String object();
    }

    /** One record by its id. */
    record ById(String object) implements QueryField {}

    /** A page of records. */
    record Listing(String object) implements QueryField {}

    /** Groups of records. */
    record Aggregate(String object) implements QueryField {}

    /** One record of whatever object. */
    record AnyById() implements QueryField {}

    /** Records that hold words. */
    record Search() implements QueryField {}

    /** A stretch of the stream of changes. */
    record Changes() implements QueryField {}

    /** Who calls, and in which tenant. */
    record Me() implements QueryField {}

    /** One new record. */
    record Create(String object) implements MutationField {}

    /** Several new records. */
    record CreateMany(String object) implements MutationField {}

    /** New values for one record. */
    record Update(String object) implements MutationField {}

    /** New values for all that match. */
    record UpdateWhere(String object) implements MutationField {}

    /** Creates or updates by a unique field. */
    record Upsert(String object) implements MutationField {}

    /** Into the bin. */
    record Delete(String object) implements MutationField {}

    /** All that match into the bin. */
    record DeleteWhere(String object) implements MutationField {}

    /** Out of the bin. */
    record Restore(String object) implements MutationField {}

    /** All in the bin that match out of it. */
    record RestoreWhere(String object) implements MutationField {}

    /** Gone for ever. */
    record Destroy(String object) implements MutationField {}

    /** All in the bin that match gone for ever. */
    record DestroyWhere(String object) implements MutationField {}

    /** A rule that people set off, for records that are there. */
    record RunRule(String object) implements MutationField {}
}
