package kith.runtime.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.value.UniqueKeys;

/**
 * A request whose steps the caller may take and whose values are typed; what was refused so far is
 * among the violations, and more may be found before the write is refused.
 */
record CoercedWrite(List<CoercedStep> steps, Violations violations) {

    /** Records that one step may bring. */
    static final int MOST_RECORDS = 10_000;

    /** A step with the records that it brings, in their order. */
    record CoercedStep(WriteRequest.Step step, List<CoercedRecord> records) {}

    static CoercedWrite of(Access access, Caller caller, WriteRequest request) {
        requireAccess(access, caller, request);
        FieldAccess fields = new FieldAccess(access, caller);
        Violations violations = new Violations();
        List<CoercedStep> steps = new ArrayList<>();
        for (WriteRequest.Step step : request.steps()) {
            List<RecordInput> inputs = inputs(step);
            if (inputs.size() > MOST_RECORDS) {
                throw tooMany(step, inputs.size());
            }
            List<CoercedRecord> records = new ArrayList<>(inputs.size());
            for (RecordInput input : inputs) {
                records.add(InputCoercion.coerce(step.object(), input, fields, violations));
            }
            if (step instanceof WriteRequest.Upsert upsert) {
                checkKeys(upsert, records, violations);
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
                    WriteRequest.Destroy _ ->
                    List.of();
        };
    }

    private static void requireAccess(Access access, Caller caller, WriteRequest request) {
        List<Problem> problems = new ArrayList<>();
        for (WriteRequest.Step step : request.steps()) {
            try {
                access.requireWrite(caller, step.object());
            } catch (ProblemException refused) {
                refused.problems().forEach(problem -> problems.add(problem.at(step.key())));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
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

    private static ProblemException tooMany(WriteRequest.Step step, int count) {
        return new ProblemException(
                Problem.of(
                                WriteProblem.BATCH_TOO_LARGE,
                                "%,d records; one step takes at most %,d"
                                        .formatted(count, MOST_RECORDS))
                        .at(step.key())
                        .hint("Send several requests"));
    }
}
