package kith.runtime.write;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.read.Predicate;
import kith.runtime.write.CoercedWrite.CoercedStep;
import kith.runtime.write.RecordLoader.Life;
import kith.runtime.write.RecordLoader.Lock;

/** The steps of a write, one after the other in one transaction; later ones see earlier ones. */
final class WriteTransaction {

    private final WriteSession session;
    private final DraftStage drafts;
    private final SaveStage saves;
    private final Removal removal;
    private final ButtonStage buttons;
    private final StepAnswers answers;

    WriteTransaction(
            WriteSession session,
            DraftStage drafts,
            SaveStage saves,
            Removal removal,
            ButtonStage buttons,
            StepAnswers answers) {
        this.session = session;
        this.drafts = drafts;
        this.saves = saves;
        this.removal = removal;
        this.buttons = buttons;
        this.answers = answers;
    }

    /** Takes all steps and answers them as one JSON object. */
    byte[] run(CoercedWrite write) {
        if (!write.violations().isEmpty()) {
            refuse(write);
        }
        JsonBytes answer = JsonBytes.object();
        for (CoercedStep step : write.steps()) {
            answer.entry(step.step().key(), taken(step));
        }
        return answer.endObject();
    }

    /** Looks for everything else that is wrong, so that all of it is said at once. */
    private void refuse(CoercedWrite write) {
        for (CoercedStep step : write.steps()) {
            check(drafts.batches(step, write.violations()), write.violations());
        }
        write.violations().refuseIfAny();
    }

    private byte[] taken(CoercedStep coerced) {
        return switch (coerced.step()) {
            case WriteRequest.Create create -> {
                List<UUID> ids = saved(coerced).stream().map(Draft::id).toList();
                yield create.isBatch()
                        ? answers.records(create.object(), ids, create.selection())
                        : answers.record(
                                create.object(), ids.getFirst(), create.selection(), false);
            }
            case WriteRequest.Update update -> {
                saved(coerced);
                yield answers.record(update.object(), update.id(), update.selection(), false);
            }
            case WriteRequest.UpdateWhere update ->
                    answers.count(update.items(), saved(coerced).size());
            case WriteRequest.Upsert upsert ->
                    answers.upserted(upsert.object(), upsert.items(), saved(coerced));
            case WriteRequest.Delete delete -> {
                StoredRecord root = locked(delete, delete.id(), Life.LIVE);
                removal.delete(List.of(root), path(delete));
                yield answers.record(delete.object(), delete.id(), delete.selection(), true);
            }
            case WriteRequest.DeleteWhere delete -> {
                List<StoredRecord> roots = matching(delete, delete.filter(), Life.LIVE);
                if (!roots.isEmpty()) {
                    removal.delete(roots, path(delete));
                }
                yield answers.count(delete.items(), roots.size());
            }
            case WriteRequest.Restore restore -> {
                removal.restore(List.of(deleted(restore)), path(restore));
                yield answers.record(restore.object(), restore.id(), restore.selection(), false);
            }
            case WriteRequest.RestoreWhere restore -> {
                List<StoredRecord> roots = matching(restore, restore.filter(), Life.IN_BIN);
                if (!roots.isEmpty()) {
                    removal.restore(roots, List.of(restore.key(), "filter"));
                }
                yield answers.count(restore.items(), roots.size());
            }
            case WriteRequest.Destroy destroy -> {
                StoredRecord root = locked(destroy, destroy.id(), Life.ANY);
                removal.destroy(List.of(root), path(destroy));
                yield answers.destroyed(destroy.items(), destroy.id());
            }
            case WriteRequest.DestroyWhere destroy -> {
                List<StoredRecord> roots = matching(destroy, destroy.filter(), Life.IN_BIN);
                if (!roots.isEmpty()) {
                    removal.destroy(roots, List.of(destroy.key(), "filter"));
                }
                yield answers.count(destroy.items(), roots.size());
            }
            case WriteRequest.RunRule run -> {
                List<UUID> ids = buttons.run(run);
                yield answers.records(run.object(), ids, run.selection());
            }
        };
    }

    /** The locked records that a filter means. */
    private List<StoredRecord> matching(WriteRequest.Step step, Predicate filter, Life life) {
        Violations violations = new Violations();
        List<StoredRecord> found =
                drafts.matching(
                        step.key(), step.object(), filter, life, Lock.FOR_REMOVAL, violations);
        violations.refuseIfAny();
        return found;
    }

    /** The step's own drafts, written with all that come with them. */
    private List<Draft> saved(CoercedStep coerced) {
        Violations violations = new Violations();
        List<DraftBatch> batches = drafts.batches(coerced, violations);
        if (!violations.isEmpty() || batches.size() > 1) {
            check(batches, violations);
            violations.refuseIfAny();
        }
        batches.stream()
                .limit(1)
                .flatMap(batch -> batch.drafts().stream())
                .forEach(draft -> session.awaited().add(draft.id()));
        List<SaveStage.Saved> saved = new ArrayList<>(batches.size());
        batches.forEach(batch -> saved.add(saves.save(batch.object(), batch.drafts())));
        saves.finish(saved);
        return batches.isEmpty() ? List.of() : batches.getFirst().drafts();
    }

    private void check(List<DraftBatch> batches, Violations violations) {
        batches.forEach(batch -> saves.check(batch.object(), batch.drafts(), violations));
    }

    private StoredRecord locked(WriteRequest.Step step, UUID id, Life life) {
        List<StoredRecord> found =
                new RecordLoader(session).lock(step.object(), List.of(id), life, Lock.FOR_REMOVAL);
        if (found.isEmpty()) {
            throw new ProblemException(DraftStage.notFound(session, step, id));
        }
        return found.getFirst();
    }

    private StoredRecord deleted(WriteRequest.Restore restore) {
        StoredRecord root = locked(restore, restore.id(), Life.ANY);
        if (root.deletion().isEmpty()) {
            throw new ProblemException(
                    Problem.of(WriteProblem.RECORD_NOT_DELETED, "The record is not deleted")
                            .at(restore.key(), "id"));
        }
        return root;
    }

    private static List<Object> path(WriteRequest.Step step) {
        return List.of(step.key(), "id");
    }
}
