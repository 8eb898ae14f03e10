package kith.runtime.write;

import java.util.List;
import java.util.Optional;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RollUp;
import kith.metadata.catalog.SystemObjects;
import kith.runtime.read.ReadStatements;
import kith.runtime.read.RecordSelection;
import kith.runtime.read.WrittenRow;
import kith.runtime.sql.RenderedSql;
import kith.runtime.sql.StatementTemplate;
import kith.runtime.write.CoercedWrite.CoercedStep;

/**
 * Writes that nothing has to be loaded for: new records, or new values for one, of an object whose
 * rules need not run, and whose records are not on their way to another table. Each is a single
 * statement that is the whole of its transaction. It checks everything that only the database knows
 * before it changes anything; where a check fails it does nothing and answers nothing, and the
 * write takes the long way, which says what is wrong.
 */
final class DirectWrites {

    private final ReadStatements reads;
    private final RecordIds ids;
    private final UpdateStatements updates;

    DirectWrites(ReadStatements reads, RecordIds ids) {
        this.reads = reads;
        this.ids = ids;
        this.updates = new UpdateStatements(reads);
    }

    /**
     * A write as one statement.
     *
     * @param key of its only step
     */
    record DirectWrite(String key, RenderedSql statement) {}

    /** Empty where a write has to take the long way. */
    Optional<DirectWrite> of(WriteScope scope, CoercedWrite write) {
        if (write.steps().size() != 1 || !write.violations().isEmpty()) {
            return Optional.empty();
        }
        CoercedStep only = write.steps().getFirst();
        return switch (only.step()) {
            case WriteRequest.Create create -> created(scope, create, only.records());
            case WriteRequest.Update update -> updated(scope, update, only.records().getFirst());
            case WriteRequest.UpdateWhere _,
                    WriteRequest.Upsert _,
                    WriteRequest.Delete _,
                    WriteRequest.DeleteWhere _,
                    WriteRequest.Restore _,
                    WriteRequest.RestoreWhere _,
                    WriteRequest.Destroy _,
                    WriteRequest.DestroyWhere _,
                    WriteRequest.RunRule _ ->
                    Optional.empty();
        };
    }

    private Optional<DirectWrite> created(
            WriteScope scope, WriteRequest.Create create, List<CoercedRecord> records) {
        ObjectType object = create.object();
        if (records.isEmpty()
                || SystemObjects.decideAccess(object)
                || object.home().isMoving()
                || !object.validations().isEmpty()
                || hasRules(object, Moment.BEFORE_CREATE, Moment.AFTER_CREATE)
                || isCounted(scope, object, records)
                || ComputedDefaults.needRecords(object)
                || FormulaStage.computes(scope.catalog(), object)
                || !DirectCreate.isFor(scope.catalog(), object, records)) {
            return Optional.empty();
        }
        return DirectReferences.of(scope, object, records)
                .flatMap(references ->
                        answer(scope, object, create.selection())
                                .flatMap(answer ->
                                        new DirectCreate(scope, create, references, answer, ids)
                                                .statement(drafts(create, references, records)))
                                .flatMap(statement ->
                                        StatementTemplate.of(statement).with(references.given())))
                .map(statement -> new DirectWrite(create.key(), statement));
    }

    private Optional<DirectWrite> updated(
            WriteScope scope, WriteRequest.Update update, CoercedRecord record) {
        ObjectType object = update.object();
        if (SystemObjects.decideAccess(object)
                || object.home().isMoving()
                || !object.validations().isEmpty()
                || hasRules(object, Moment.BEFORE_UPDATE, Moment.AFTER_UPDATE)
                || !scope.changesAll(object)
                || isCountedAnew(scope, object, record)
                || FormulaStage.reads(scope.catalog(), object, record::gives)
                || !DirectUpdate.isFor(object, record)) {
            return Optional.empty();
        }
        return DirectReferences.of(scope, object, List.of(record))
                .flatMap(references ->
                        updates.statement(
                                new DirectUpdate(scope, update, references, ids),
                                references.resolved(record)))
                .map(statement -> new DirectWrite(update.key(), statement));
    }

    /** Whether a roll-up has to take in any of the new records. */
    private static boolean isCounted(
            WriteScope scope, ObjectType object, List<CoercedRecord> records) {
        return scope.catalog().rollUpsOver(object).stream()
                .map(RollUp::through)
                .anyMatch(through ->
                        through.isSystem()
                                || records.stream()
                                        .anyMatch(record -> record.gives(through.name())));
    }

    /** Whether a roll-up reads what is given. */
    private static boolean isCountedAnew(
            WriteScope scope, ObjectType object, CoercedRecord record) {
        return scope.catalog().rollUpsOver(object).stream()
                .flatMap(rollUp -> rollUp.inputs().stream())
                .anyMatch(record::gives);
    }

    private static boolean hasRules(ObjectType object, Moment before, Moment after) {
        return object.rulesAt(before).findAny().isPresent()
                || object.rulesAt(after).findAny().isPresent();
    }

    private List<Draft> drafts(
            WriteRequest.Create create, DirectReferences references, List<CoercedRecord> records) {
        return records.stream()
                .map(record -> references.resolved(record).asNew(create.object(), ids))
                .toList();
    }

    private Optional<WrittenRow> answer(
            WriteScope scope, ObjectType object, RecordSelection selection) {
        return reads.written(scope.caller(), scope.catalog(), object, selection);
    }
}
