package kith.runtime.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RuleProgram.FieldUse;
import kith.runtime.rule.RecordSource;
import kith.runtime.rule.RuleObserver;
import kith.runtime.rule.RuleRun;
import kith.runtime.rule.RuleRunner;
import kith.runtime.rule.RuleSubject;
import kith.runtime.rule.RuleVerdict;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** Fourth stage: lets the rules of the object work on the batch. */
final class RuleStage {

    private final WriteSession session;
    private final RuleRunner runner;
    private final Meter meter;
    private final RecordSource source;
    private final RuleObserver observer;

    RuleStage(
            WriteSession session,
            RuleRunner runner,
            Meter meter,
            RecordSource source,
            RuleObserver observer) {
        this.session = session;
        this.runner = runner;
        this.meter = meter;
        this.source = source;
        this.observer = observer;
    }

    /** The drafts as the rules leave them. An update that changes nothing sets off no rule. */
    List<Draft> ruled(ObjectType object, List<Draft> drafts, Violations violations) {
        List<Draft> ruled = ruled(object, drafts, Moment.BEFORE_CREATE, violations);
        return ruled(object, ruled, Moment.BEFORE_UPDATE, violations);
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

    private List<Draft> ruled(
            ObjectType object, List<Draft> drafts, Moment moment, Violations violations) {
        List<Draft> concerned =
                drafts.stream().filter(draft -> isConcerned(draft, moment)).toList();
        if (concerned.isEmpty() || object.rulesAt(moment).findAny().isEmpty()) {
            return drafts;
        }
        RuleRun run =
                new RuleRun(
                        session.caller().tenant(),
                        session.catalog(),
                        object,
                        moment,
                        session.now(),
                        meter,
                        source,
                        observer);
        List<RuleVerdict> verdicts =
                runner.run(run, concerned.stream().map(RuleStage::subject).toList());
        verdicts.forEach(verdict -> violations.addAll(verdict.problems()));
        for (int index = 0; index < verdicts.size(); index++) {
            session.causes().add(concerned.get(index).id(), verdicts.get(index).causes());
        }
        List<Map<String, @Nullable Object>> set = found(object, concerned, verdicts, violations);
        List<Draft> ruled = new ArrayList<>(drafts.size());
        int next = 0;
        for (Draft draft : drafts) {
            ruled.add(isConcerned(draft, moment) ? draft.with(set.get(next++)) : draft);
        }
        return ruled;
    }

    private static boolean isConcerned(Draft draft, Moment moment) {
        return switch (moment) {
            case BEFORE_CREATE -> draft.isNew();
            case BEFORE_UPDATE ->
                    !draft.isNew() && (!draft.changed().isEmpty() || !draft.links().isEmpty());
        };
    }

    private static RuleSubject subject(Draft draft) {
        return new RuleSubject(
                draft.object(),
                draft.id(),
                draft.values(),
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
