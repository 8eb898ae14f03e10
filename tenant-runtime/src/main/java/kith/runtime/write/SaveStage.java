package kith.runtime.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.ObjectType;
import kith.metadata.problem.Problem;
import kith.runtime.rule.RuleResult.Deferred;

/**
 * Takes a batch of drafts of one object, new ones and changed ones, through defaults, rules and
 * checks, and writes it: a fixed number of statements whatever its size.
 */
final class SaveStage {

    private final WriteSession session;
    private final RuleStage rules;
    private final RecordIds ids;

    SaveStage(WriteSession session, RuleStage rules, RecordIds ids) {
        this.session = session;
        this.rules = rules;
        this.ids = ids;
    }

    /** Finds what is wrong without writing; rules do not run on what is known to be wrong. */
    void check(ObjectType object, List<Draft> drafts, Violations violations) {
        List<Draft> complete = Defaults.applied(object, session.caller(), drafts);
        Set<String> computed = ComputedDefaults.fields(object);
        for (Moment moment : List.of(Moment.BEFORE_CREATE, Moment.BEFORE_UPDATE)) {
            DraftChecks.check(
                    complete.stream()
                            .filter(draft -> draft.isNew() == (moment == Moment.BEFORE_CREATE))
                            .toList(),
                    laterFilled(object, moment, computed),
                    violations);
        }
        DraftChecks.checkUniqueInBatch(complete, violations);
    }

    /** What defaults and rules will have set by then. */
    private static Set<String> laterFilled(ObjectType object, Moment moment, Set<String> computed) {
        Set<String> names = new HashSet<>(RuleStage.settable(object, moment));
        if (moment == Moment.BEFORE_CREATE) {
            names.addAll(computed);
        }
        return names;
    }

    /**
     * A batch that is written.
     *
     * @param written those that are new or have changed
     * @param deferred what rules want to be written now
     */
    record Saved(ObjectType object, List<Draft> written, List<Deferred> deferred) {
        Saved {
            written = List.copyOf(written);
            deferred = List.copyOf(deferred);
        }
    }

    /** Writes the batch, or refuses all of it; {@link #finish} is to follow. */
    Saved save(ObjectType object, List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return new Saved(object, List.of(), List.of());
        }
        RuleStage.Ruled ruled = valid(object, drafts);
        return new Saved(object, write(object, ruled.drafts()), ruled.deferred());
    }

    /** Lets rules go on with batches that are all written: with writes of theirs, and after. */
    void finish(List<Saved> saved) {
        saved.forEach(one -> rules.perform(one.deferred()));
        saved.forEach(one -> rules.after(one.object(), one.written()));
    }

    private RuleStage.Ruled valid(ObjectType object, List<Draft> drafts) {
        Violations violations = new Violations();
        List<Draft> complete = Defaults.applied(object, session.caller(), drafts);
        List<Draft> filled = ComputedDefaults.in(session).applied(object, complete, violations);
        session.causes().addDefaults(drafts, filled);
        RuleStage.Ruled result = rules.before(object, filled, violations);
        List<Draft> ruled = result.drafts();
        DraftChecks.check(ruled, Set.of(), violations);
        DraftChecks.checkUniqueInBatch(ruled, violations);
        new ValidationStage(session).check(object, ruled, violations);
        violations.refuseIfAny();
        return result;
    }

    private List<Draft> write(ObjectType object, List<Draft> valid) {
        List<Draft> drafts = new AutoNumbers(session).numbered(object, valid);
        List<Draft> fresh = drafts.stream().filter(Draft::isNew).toList();
        insert(object, fresh);
        Map<UUID, Map<UUID, LinkRows.Change>> links = new LinkRows(session).apply(drafts);
        List<Draft> changed =
                drafts.stream()
                        .filter(draft -> !draft.isNew())
                        .filter(draft ->
                                !draft.changed().isEmpty() || links.containsKey(draft.id()))
                        .toList();
        List<Draft> written = new ArrayList<>(fresh);
        written.addAll(changed);
        moveUniqueValues(object, written);
        if (!changed.isEmpty()) {
            new RecordRows(session).update(object, changed);
        }
        new ChangeLog(session, ids)
                .write(
                        written.stream()
                                .map(draft ->
                                        RecordChange.of(
                                                draft, links.getOrDefault(draft.id(), Map.of())))
                                .toList());
        new RollUpStage(session, ids).written(written);
        new FormulaStage(session).written(object, written);
        return written;
    }

    private void insert(ObjectType object, List<Draft> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        new RecordRows(session).insert(object, fresh, inserted -> refuseTaken(fresh, inserted));
    }

    private static void refuseTaken(List<Draft> fresh, Set<UUID> inserted) {
        Violations violations = new Violations();
        Set<UUID> seen = new HashSet<>();
        for (Draft draft : fresh) {
            if (!inserted.contains(draft.id()) || !seen.add(draft.id())) {
                violations.add(
                        Problem.of(
                                        WriteProblem.RECORD_ID_TAKEN,
                                        "There is already a record %s".formatted(draft.id()))
                                .at(Violations.path(draft.path(), "id")));
            }
        }
        violations.refuseIfAny();
    }

    /** Given back first, so that records of a batch can swap their values. */
    private void moveUniqueValues(ObjectType object, List<Draft> written) {
        List<UniqueValues.Claim> givenBack = new ArrayList<>();
        List<UniqueValues.Claim> taken = new ArrayList<>();
        for (var field : UniqueValues.fields(object)) {
            for (Draft draft : written) {
                Object before = draft.valueBefore(field.name());
                Object after = draft.value(field.name());
                List<Object> path = Violations.path(draft.path(), field.name());
                if (before != null && !before.equals(after)) {
                    givenBack.add(new UniqueValues.Claim(draft.id(), field, before, path));
                }
                if (after != null && !after.equals(before)) {
                    taken.add(new UniqueValues.Claim(draft.id(), field, after, path));
                }
            }
        }
        UniqueValues values = new UniqueValues(session);
        values.giveBack(givenBack);
        values.take(taken);
    }
}
