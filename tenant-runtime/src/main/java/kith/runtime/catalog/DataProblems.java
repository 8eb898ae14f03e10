package kith.runtime.catalog;

import java.util.List;
import java.util.Optional;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.TargetObjects;
import kith.metadata.change.ChangeRefusal;
import kith.metadata.change.DataCondition;
import kith.metadata.change.RecordEffect;
import kith.metadata.problem.Problem;

/** Says why records stand in the way of a change. */
final class DataProblems {

    /** What a change fills at once, while all writes of the tenant wait: some seconds. */
    static final int MAX_FILLED = 100_000;

    /** What a change moves at once. */
    static final int MAX_MOVED = 10_000;

    static final int MAX_SUMMED_UP = 250_000;

    private DataProblems() {}

    static Problem of(DataCondition condition, long count) {
        String field = name(condition.field());
        String records = records(count);
        return switch (condition) {
            case DataCondition.NoneMissing(var _, var path) -> missing(field, count, path);
            case DataCondition.NoneDouble(var _, var path) ->
                    problem(
                            ChangeRefusal.DUPLICATE_VALUES,
                            "%s with a value in %s that another one has, too"
                                    .formatted(records, field),
                            "Make these values differ first.",
                            path);
            case DataCondition.NoneToShareDefault(var _, var path) ->
                    problem(
                            ChangeRefusal.DUPLICATE_VALUES,
                            "%s that would all have the default of %s".formatted(records, field),
                            "Make it optional, give each record a value of its own, then require it.",
                            path);
            case DataCondition.NoneLonger(var _, int maxLength, var path) ->
                    problem(
                            ChangeRefusal.VALUES_TOO_LONG,
                            "%s with more than %d characters in %s"
                                    .formatted(records, maxLength, field),
                            "Shorten these values first.",
                            path);
            case DataCondition.NonePointsTo(var lookup, var objects, var path) ->
                    problem(
                            ChangeRefusal.VALUES_IN_USE,
                            "%s that points to one of %s in %s"
                                    .formatted(
                                            records,
                                            String.join(", ", objects.values()),
                                            lookupOf(lookup)),
                            "Let these records point elsewhere first.",
                            path);
            case DataCondition.NoneHolds(var _, var values, var path) ->
                    problem(
                            ChangeRefusal.VALUES_IN_USE,
                            "%s with one of the values %s in %s"
                                    .formatted(
                                            records,
                                            String.join(", ", values.stream().sorted().toList()),
                                            field),
                            "Set `active` of these values to false instead.",
                            path);
        };
    }

    /**
     * Why an effect does not take place.
     *
     * @param count of the records that it has to look after
     * @param values what it fills in
     */
    static Optional<Problem> of(RecordEffect effect, long count, FilledValues values) {
        String field = name(effect.field());
        return switch (effect) {
            case RecordEffect.Filled filled -> {
                if (count > 0 && values.of(filled.field()).isEmpty()) {
                    yield Optional.of(missing(field, count, filled.path()));
                }
                yield tooMany(
                        count,
                        MAX_FILLED,
                        "%s without a value in %s, and one change fills at most %,d",
                        field,
                        "Make it optional, give these records a value in parts, then require it.",
                        filled.path());
            }
            case RecordEffect.Computed computed ->
                    tooMany(
                            count,
                            MAX_SUMMED_UP,
                            "%s would have %s computed, and one change does so for at most %,d",
                            field,
                            "Leave `indexed` out.",
                            computed.path());
            case RecordEffect.SummedUp summed ->
                    tooMany(
                            count,
                            MAX_SUMMED_UP,
                            "%s would be given a result in %s, and one change does so for at most %,d",
                            field,
                            "Delete records that are needed no more, for good.",
                            summed.path());
            case RecordEffect.Moved moved ->
                    tooMany(
                            count,
                            MAX_MOVED,
                            "%s have to be gone through to index %s, and one change does so for at most %,d",
                            field,
                            "Make a new indexed field, copy the values there in parts, and remove this one.",
                            moved.path());
        };
    }

    /** Such a change touches all records at once, which leave no note of it. */
    static Problem ofMoving(RecordEffect effect) {
        return problem(
                ChangeRefusal.RECORDS_MOVING,
                "The records of %s are being moved to another table"
                        .formatted(effect.field().object()),
                "Try again when the operator's move is done.",
                effect.path());
    }

    private static Problem missing(String field, long count, List<Object> path) {
        return problem(
                ChangeRefusal.MISSING_VALUES,
                "%s without a value in %s".formatted(records(count), field),
                "Give it a default that is the same for all, which these records then take; or make it optional, give them a value, then require it.",
                path);
    }

    private static Optional<Problem> tooMany(
            long count, int max, String message, String field, String hint, List<Object> path) {
        return count <= max
                ? Optional.empty()
                : Optional.of(
                        problem(
                                ChangeRefusal.TOO_MANY_RECORDS,
                                message.formatted(records(count), field, max),
                                hint,
                                path));
    }

    private static Problem problem(
            ChangeRefusal code, String message, String hint, List<Object> path) {
        return Problem.of(code, message).at(path).hint(hint);
    }

    private static String name(Field field) {
        return field.object() + "." + field.name();
    }

    private static String lookupOf(Field targetObject) {
        return targetObject.object()
                + "."
                + TargetObjects.lookupOf(targetObject.name()).orElseThrow();
    }

    private static String records(long count) {
        return count == 1 ? "1 record" : count + " records";
    }
}
