package kith.runtime.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kith.metadata.catalog.Catalog;
import kith.metadata.permission.ObjectRight;
import kith.metadata.permission.UserFunction;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Access;
import kith.runtime.access.AccessProblem;
import kith.runtime.access.Caller;
import kith.runtime.value.UniqueKeys;

/**
 * A request whose steps the caller may take and whose values are typed; what was refused so far is
 * among the violations, and more may be found before the write is refused.
 */
record CoercedWrite(List<CoercedStep> steps, Violations violations) {

    /** Records that one step may bring or name. */
    static final int MOST_RECORDS = 10_000;

    /** Records that somebody may let a rule run for at once. */
    static final int MOST_RULED = 1_000;

    /** A step with the records that it brings, in their order. */
    record CoercedStep(WriteRequest.Step step, List<CoercedRecord> records) {}

    static CoercedWrite of(Access access, Caller caller, Catalog catalog, WriteRequest request) {
        requireAccess(access, caller, request);
        FieldAccess fields = new FieldAccess(access, caller, catalog);
        Violations violations = new Violations();
        List<CoercedStep> steps = new ArrayList<>();
        for (WriteRequest.Step step : request.steps()) {
            List<RecordInput> inputs = inputs(step);
            if (inputs.size() > MOST_RECORDS) {
                throw tooMany(step, inputs.size(), MOST_RECORDS);
            }
            List<CoercedRecord> records = new ArrayList<>(inputs.size());
            for (RecordInput input : inputs) {
                records.add(InputCoercion.coerce(step.object(), input, fields, violations));
            }
            long size = records.stream().mapToLong(CoercedRecord::size).sum();
            if (size > MOST_RECORDS) {
                throw tooMany(step, size, MOST_RECORDS);
            }
            switch (step) {
                case WriteRequest.Upsert upsert -> {
                    fields.keyRefusal(upsert.on())
                            .map(problem -> problem.at(upsert.key(), "on"))
                            .ifPresent(violations::add);
                    checkKeys(upsert, records, violations);
                }
                case WriteRequest.UpdateWhere _ -> refuseRelated(records.getFirst(), violations);
                case WriteRequest.RunRule run -> requireFew(run);
                case WriteRequest.Create _,
                        WriteRequest.Update _,
                        WriteRequest.Delete _,
                        WriteRequest.DeleteWhere _,
                        WriteRequest.Restore _,
                        WriteRequest.RestoreWhere _,
                        WriteRequest.Destroy _,
                        WriteRequest.DestroyWhere _ -> {}
            }
            steps.add(new CoercedStep(step, records));
        }
        return new CoercedWrite(steps, violations);
    }

    private static List<RecordInput> inputs(WriteRequest.Step step) {
        return switch (step) {
            case WriteRequest.Create create -> create.records();
            case WriteRequest.Upsert upsert -> upsert.records();
            case WriteRequest.Update update -> List.of(update.data());
            case WriteRequest.UpdateWhere update -> List.of(update.data());
            case WriteRequest.Delete _,
                    WriteRequest.DeleteWhere _,
                    WriteRequest.Restore _,
                    WriteRequest.RestoreWhere _,
                    WriteRequest.Destroy _,
                    WriteRequest.DestroyWhere _,
                    WriteRequest.RunRule _ ->
                    List.of();
        };
    }

    private static void requireAccess(Access access, Caller caller, WriteRequest request) {
        List<Problem> problems = new ArrayList<>();
        for (WriteRequest.Step step : request.steps()) {
            for (ObjectRight right : needed(step)) {
                try {
                    access.require(caller, right, step.object());
                } catch (ProblemException refused) {
                    refused.problems().forEach(problem -> problems.add(problem.at(step.key())));
                }
            }
            if (isBulk(step) && !caller.rights().has(UserFunction.BULK_EDIT)) {
                problems.add(AccessProblem.missing(UserFunction.BULK_EDIT).at(step.key()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private static List<ObjectRight> needed(WriteRequest.Step step) {
        return switch (step) {
            case WriteRequest.Create _ -> List.of(ObjectRight.CREATE);
            case WriteRequest.Upsert _ -> List.of(ObjectRight.CREATE, ObjectRight.UPDATE);
            case WriteRequest.Update _, WriteRequest.UpdateWhere _, WriteRequest.RunRule _ ->
                    List.of(ObjectRight.UPDATE);
            case WriteRequest.Delete _,
                    WriteRequest.DeleteWhere _,
                    WriteRequest.Restore _,
                    WriteRequest.RestoreWhere _,
                    WriteRequest.Destroy _,
                    WriteRequest.DestroyWhere _ ->
                    List.of(ObjectRight.DELETE);
        };
    }

    private static boolean isBulk(WriteRequest.Step step) {
        return switch (step) {
            case WriteRequest.UpdateWhere _,
                    WriteRequest.DeleteWhere _,
                    WriteRequest.RestoreWhere _,
                    WriteRequest.DestroyWhere _ ->
                    true;
            case WriteRequest.Create _,
                    WriteRequest.Upsert _,
                    WriteRequest.Update _,
                    WriteRequest.Delete _,
                    WriteRequest.Restore _,
                    WriteRequest.Destroy _,
                    WriteRequest.RunRule _ ->
                    false;
        };
    }

    /** One record cannot hang on all that match. */
    private static void refuseRelated(CoercedRecord record, Violations violations) {
        for (CoercedRecord.CoercedRelated related : record.related()) {
            violations.add(
                    Problem.of(
                                    WriteProblem.RELATED_OF_MANY,
                                    "A write by filter cannot write `%s`"
                                            .formatted(related.relation().name()))
                            .at(related.path())
                            .hint("Update the records one by one"));
        }
    }

    /** Each record of an upsert names itself by the key, and no two the same. */
    private static void checkKeys(
            WriteRequest.Upsert upsert, List<CoercedRecord> records, Violations violations) {
        String key = upsert.on().name();
        if (!UniqueValues.isUnique(upsert.on())) {
            violations.add(
                    Problem.of(
                                    WriteProblem.UPSERT_KEY_UNSUITABLE,
                                    "`%s` is not unique".formatted(key))
                            .at(upsert.key(), "on"));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (CoercedRecord record : records) {
            Object value = record.values().get(key);
            List<Object> path = Violations.path(record.path(), key);
            if (value == null && !record.failed().contains(key)) {
                violations.add(
                        Problem.of(
                                        WriteProblem.UPSERT_KEY_MISSING,
                                        "`%s` decides which record is meant".formatted(key))
                                .at(path));
            } else if (value != null && !seen.add(UniqueKeys.of(upsert.on().type(), value))) {
                violations.add(
                        Problem.of(
                                        WriteProblem.UPSERT_KEY_REPEATED,
                                        "An earlier record has the same `%s`".formatted(key))
                                .at(path));
            }
        }
    }

    private static void requireFew(WriteRequest.RunRule run) {
        if (run.ids().size() > MOST_RULED) {
            throw tooMany(run, run.ids().size(), MOST_RULED);
        }
    }

    private static ProblemException tooMany(WriteRequest.Step step, long count, int most) {
        return new ProblemException(
                Problem.of(
                                WriteProblem.BATCH_TOO_LARGE,
                                "%,d records; one step takes at most %,d".formatted(count, most))
                        .at(step.key())
                        .hint("Send several requests"));
    }
}
