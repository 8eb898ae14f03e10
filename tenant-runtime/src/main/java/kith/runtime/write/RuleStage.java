package kith.runtime.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.RuleProgram.FieldUse;
import kith.metadata.catalog.SystemFields;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.rule.RuleProblem;
import kith.runtime.rule.RuleResult;
import kith.runtime.rule.RuleResult.Deferred;
import kith.runtime.rule.RuleSubject;
import kith.runtime.rule.RuleVerdict;
import org.jspecify.annotations.Nullable;

/** Fourth stage: lets the rules of the object work on the batch; and again when it is written. */
final class RuleStage {

    private final WriteSession session;
    private final RuleRuns runs;

    RuleStage(WriteSession session, RuleRuns runs) {
        this.session = session;
        this.runs = runs;
    }

    /**
     * Drafts as rules left them.
     *
     * @param deferred what the rules want to be written once the drafts are
     */
    record Ruled(List<Draft> drafts, List<Deferred> deferred) {
        Ruled {
            drafts = List.copyOf(drafts);
            deferred = List.copyOf(deferred);
        }
    }

    /** Names of the fields that a rule may still set for the draft. */
    static Set<String> settable(ObjectType object, Moment moment) {
        Set<String> names = new HashSet<>();
        object.rulesAt(moment)
                .flatMap(rule -> rule.program().uses().stream())
                .filter(use -> use.object().equals(object.name()))
                .map(FieldUse::field)
                .forEach(names::add);
        return names;
    }

    /** What rules make of the drafts. An update that changes nothing sets off no rule. */
    Ruled before(ObjectType object, List<Draft> drafts, Violations violations) {
        Ruled fresh = before(object, drafts, Moment.BEFORE_CREATE, violations);
        Ruled all = before(object, fresh.drafts(), Moment.BEFORE_UPDATE, violations);
        List<Deferred> deferred = new ArrayList<>(fresh.deferred());
        deferred.addAll(all.deferred());
        return new Ruled(all.drafts(), deferred);
    }

    /** What a rule makes of records for which somebody set it off. */
    Ruled pressed(ObjectType object, Rule rule, List<Draft> drafts, Violations violations) {
        return ruled(object.withOnly(rule), drafts, Moment.BUTTON, violations);
    }

    /** Does what rules left for when their records are written. */
    void perform(List<Deferred> deferred) {
        runs.perform(deferred);
    }

    /** Lets rules see the written drafts as they lie in the database now. */
    void after(ObjectType object, List<Draft> written) {
        after(object, written.stream().filter(Draft::isNew).toList(), Moment.AFTER_CREATE);
        after(
                object,
                written.stream().filter(draft -> !draft.isNew()).toList(),
                Moment.AFTER_UPDATE);
    }

    /** Lets rules see records that are removed or restored; each object's together. */
    void around(Moment moment, List<StoredRecord> records, List<Object> path) {
        Map<ObjectType, List<StoredRecord>> byObject =
                records.stream()
                        .filter(record -> record.object().rulesAt(moment).findAny().isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        StoredRecord::object,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        byObject.forEach((object, group) -> {
            Violations violations = new Violations();
            List<RuleSubject> subjects =
                    group.stream()
                            .map(record ->
                                    new RuleSubject(
                                            object,
                                            record.id(),
                                            record.values(),
                                            Optional.of(record.values()),
                                            path))
                            .toList();
            runs.run(object, moment, subjects)
                    .verdicts()
                    .forEach(verdict -> violations.addAll(verdict.problems()));
            violations.refuseIfAny();
        });
    }

    /**
     * A rule cannot take away, with whatever else, a record that rules still run for or that the
     * request writes.
     */
    void requireNotUnderWay(List<StoredRecord> removed, List<Object> path) {
        if (!runs.chain().isEmpty()
                && removed.stream()
                        .map(StoredRecord::id)
                        .anyMatch(id ->
                                runs.chain().isUnderWay(id) || session.awaited().contains(id))) {
            throw new ProblemException(
                    Problem.of(
                                    RuleProblem.RULE_FAILED,
                                    "A rule cannot delete a record that is being written: "
                                            + runs.chain())
                            .at(path));
        }
    }

    private Ruled before(
            ObjectType object, List<Draft> drafts, Moment moment, Violations violations) {
        boolean isForNew = moment == Moment.BEFORE_CREATE;
        List<Draft> concerned =
                drafts.stream().filter(draft -> isConcerned(draft, isForNew)).toList();
        if (concerned.isEmpty() || object.rulesAt(moment).findAny().isEmpty()) {
            return new Ruled(drafts, List.of());
        }
        Ruled ruled = ruled(object, concerned, moment, violations);
        Iterator<Draft> next = ruled.drafts().iterator();
        return new Ruled(
                drafts.stream()
                        .map(draft -> isConcerned(draft, isForNew) ? next.next() : draft)
                        .toList(),
                ruled.deferred());
    }

    private Ruled ruled(
            ObjectType object, List<Draft> drafts, Moment moment, Violations violations) {
        RuleResult result =
                runs.run(object, moment, drafts.stream().map(RuleStage::subject).toList());
        List<RuleVerdict> verdicts = result.verdicts();
        verdicts.forEach(verdict -> violations.addAll(verdict.problems()));
        for (int index = 0; index < verdicts.size(); index++) {
            session.causes().add(drafts.get(index).id(), verdicts.get(index).causes());
        }
        List<Map<String, @Nullable Object>> set = found(object, drafts, verdicts, violations);
        List<Draft> ruled = new ArrayList<>(drafts.size());
        for (int index = 0; index < drafts.size(); index++) {
            ruled.add(drafts.get(index).with(set.get(index)));
        }
        return new Ruled(ruled, result.deferred());
    }

    private void after(ObjectType object, List<Draft> drafts, Moment moment) {
        if (drafts.isEmpty() || object.rulesAt(moment).findAny().isEmpty()) {
            return;
        }
        Map<UUID, StoredRecord> now = new HashMap<>();
        new RecordLoader(session)
                .read(List.of(object), drafts.stream().map(Draft::id).toList())
                .forEach(record -> now.put(record.id(), record));
        List<RuleSubject> subjects = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            StoredRecord record = now.get(draft.id());
            if (record != null) {
                subjects.add(
                        new RuleSubject(
                                object,
                                draft.id(),
                                record.values(),
                                draft.before().map(StoredRecord::values),
                                draft.path()));
            }
        }
        Violations violations = new Violations();
        runs.run(object, moment, subjects)
                .verdicts()
                .forEach(verdict -> violations.addAll(verdict.problems()));
        violations.refuseIfAny();
    }

    private static boolean isConcerned(Draft draft, boolean isForNew) {
        return isForNew
                ? draft.isNew()
                : !draft.isNew() && (!draft.changed().isEmpty() || !draft.links().isEmpty());
    }

    private static RuleSubject subject(Draft draft) {
        Map<String, Object> values = draft.values();
        values.put(SystemFields.ID, draft.id());
        return new RuleSubject(
                draft.object(),
                draft.id(),
                values,
                draft.before().map(StoredRecord::values),
                draft.path());
    }

    /**
     * What the rules set, with what belongs to the references among it. Rules may set any id; those
     * that lead nowhere are refused as for everybody.
     */
    private List<Map<String, @Nullable Object>> found(
            ObjectType object,
            List<Draft> drafts,
            List<RuleVerdict> verdicts,
            Violations violations) {
        List<SetReference> references = new ArrayList<>();
        List<Map<String, @Nullable Object>> set = new ArrayList<>(drafts.size());
        for (int index = 0; index < drafts.size(); index++) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>(verdicts.get(index).set());
            set.add(values);
            for (Field field : object.fields()) {
                if (field.isToOne() && values.containsKey(field.name())) {
                    List<Object> path = Violations.path(drafts.get(index).path(), field.name());
                    reference(field, values, path, references);
                }
            }
        }
        ReferenceResolver resolver = new ReferenceResolver(session);
        drafts.stream()
                .filter(Draft::isNew)
                .forEach(draft -> resolver.arrives(object.key(), draft.id()));
        references.forEach(reference -> resolver.want(reference.target()));
        resolver.lookUp();
        for (SetReference reference : references) {
            resolver.find(reference.target(), reference.field())
                    .ifPresentOrElse(
                            found ->
                                    reference
                                            .values()
                                            .putAll(Pointers.to(found, reference.field())),
                            () ->
                                    violations.add(
                                            resolver.notFound(
                                                    reference.target(),
                                                    reference.field(),
                                                    reference.path())));
        }
        return set;
    }

    /** A reference that a rule set, among all that it set. */
    private record SetReference(
            Field field,
            RecordInput.ById target,
            Map<String, @Nullable Object> values,
            List<Object> path) {}

    private static void reference(
            Field field,
            Map<String, @Nullable Object> values,
            List<Object> path,
            List<SetReference> references) {
        if (values.get(field.name()) instanceof UUID id) {
            references.add(new SetReference(field, new RecordInput.ById(id), values, path));
        } else {
            values.putAll(Pointers.toNone(field));
        }
    }
}
