package kith.runtime.write;

import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Rule;
import kith.runtime.read.Predicate;
import kith.runtime.read.RecordSelection;

/**
 * What a caller wants to write, bound to a catalog: all steps in their order in one transaction, or
 * none.
 */
public record WriteRequest(List<Step> steps) {

    public WriteRequest {
        steps = List.copyOf(steps);
    }

    /** One entry of the answer. */
    public sealed interface Step {
        /** The key in the answer. */
        String key();

        ObjectType object();
    }

    /** New records. The answer is one record, or an array for a batch. */
    public record Create(
            String key,
            ObjectType object,
            List<RecordInput> records,
            boolean isBatch,
            RecordSelection selection)
            implements Step {
        public Create {
            records = List.copyOf(records);
        }
    }

    /**
     * New values for one record.
     *
     * @param ifVersion the version that the caller saw; another one is a conflict
     */
    public record Update(
            String key,
            ObjectType object,
            UUID id,
            RecordInput data,
            OptionalInt ifVersion,
            RecordSelection selection)
            implements Step {}

    /** New values for all records that match. The answer is an object with their count. */
    public record UpdateWhere(
            String key,
            ObjectType object,
            Predicate filter,
            RecordInput data,
            List<CountItem> items)
            implements Step {}

    /** Creates or updates by a unique field. The answer is an array. */
    public record Upsert(
            String key,
            ObjectType object,
            Field on,
            List<RecordInput> records,
            List<UpsertItem> items)
            implements Step {
        public Upsert {
            records = List.copyOf(records);
        }
    }

    /** Puts a record, and all that are a part of it, into the bin. The answer is the record. */
    public record Delete(String key, ObjectType object, UUID id, RecordSelection selection)
            implements Step {}

    /** Puts all records that match into the bin. The answer is an object with their count. */
    public record DeleteWhere(
            String key, ObjectType object, Predicate filter, List<CountItem> items)
            implements Step {}

    /**
     * Takes a record, and all that were deleted with it, out of the bin. The answer is the record.
     */
    public record Restore(String key, ObjectType object, UUID id, RecordSelection selection)
            implements Step {}

    /** Takes all in the bin that match out of it. The answer is an object with their count. */
    public record RestoreWhere(
            String key, ObjectType object, Predicate filter, List<CountItem> items)
            implements Step {}

    /**
     * Removes a record, and all that are a part of it, for ever. The answer is an object with its
     * id.
     */
    public record Destroy(String key, ObjectType object, UUID id, List<DestroyItem> items)
            implements Step {}

    /** Removes all in the bin that match for ever. The answer is an object with their count. */
    public record DestroyWhere(
            String key, ObjectType object, Predicate filter, List<CountItem> items)
            implements Step {}

    /**
     * Lets a rule run for records that are there. The answer is an array of them.
     *
     * @param rule one of the object's own that people set off
     */
    public record RunRule(
            String key, ObjectType object, Rule rule, List<UUID> ids, RecordSelection selection)
            implements Step {
        public RunRule {
            ids = List.copyOf(ids);
        }
    }

    /** An entry of the answer to a write of all that match: the count, or a constant text. */
    public sealed interface CountItem {
        String key();

        /** How many records were written. */
        record Count(String key) implements CountItem {}

        /** A constant. */
        record Text(String key, String text) implements CountItem {}
    }

    /** An entry of one answer to an upsert. */
    public sealed interface UpsertItem {
        String key();

        /** The record's id. */
        record Id(String key) implements UpsertItem {}

        /** Whether the record is new. */
        record Created(String key) implements UpsertItem {}

        /** The record itself. */
        record Whole(String key, RecordSelection selection) implements UpsertItem {}

        /** A constant. */
        record Text(String key, String text) implements UpsertItem {}
    }

    /** An entry of the answer to a destruction. */
    public sealed interface DestroyItem {
        String key();

        /** The record's id. */
        record Id(String key) implements DestroyItem {}

        /** A constant. */
        record Text(String key, String text) implements DestroyItem {}
    }
}
