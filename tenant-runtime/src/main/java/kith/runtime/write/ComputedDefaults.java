package kith.runtime.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.FieldDefault;
import kith.metadata.catalog.ObjectType;
import kith.metadata.expression.EvaluationSteps;
import kith.metadata.expression.Evaluator;
import kith.metadata.expression.ExpressionTraits;
import kith.metadata.expression.FieldFormula;
import kith.metadata.expression.Step;
import kith.runtime.value.Coercion;
import kith.runtime.value.FieldValues;
import org.jspecify.annotations.Nullable;

/**
 * Computes the defaults that are expressions, for those records of a batch that are new and were
 * given nothing there. Each comes behind those whose values it reads; what it looks at in other
 * records is loaded for the whole batch.
 */
final class ComputedDefaults {

    private final WriteScope scope;
    private final RelatedValues related;
    private final Optional<WriteSession> session;
    private final EvaluationSteps steps = new EvaluationSteps();

    private ComputedDefaults(WriteScope scope, Optional<WriteSession> session) {
        this.scope = scope;
        this.related = new RelatedValues(scope.caller().user());
        this.session = session;
    }

    /** With what the transaction of a write can look at. */
    static ComputedDefaults in(WriteSession session) {
        return new ComputedDefaults(session.scope(), Optional.of(session));
    }

    /** Of an object whose defaults need no other record. */
    static ComputedDefaults alone(WriteScope scope) {
        return new ComputedDefaults(scope, Optional.empty());
    }

    /** Whether other records have to be looked at, or to be held. */
    static boolean needRecords(ObjectType object) {
        return object.defaults().stream()
                .anyMatch(one -> one.field().isToOne() || !paths(one).isEmpty());
    }

    /** Names of the fields that get their values here. */
    static Set<String> fields(ObjectType object) {
        return object.defaults().stream()
                .map(one -> one.field().name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The drafts with their defaults; a value that its field cannot hold is a violation. */
    List<Draft> applied(ObjectType object, List<Draft> drafts, Violations violations) {
        List<Draft> current = drafts;
        for (FieldDefault one : object.defaults()) {
            current = applied(one, current, violations);
        }
        return current;
    }

    private List<Draft> applied(FieldDefault one, List<Draft> drafts, Violations violations) {
        List<Draft> concerned = drafts.stream().filter(draft -> isFor(one, draft)).toList();
        if (concerned.isEmpty()) {
            return drafts;
        }
        session.ifPresent(open -> related.follow(open, paths(one), concerned));
        Map<UUID, Object> values = new LinkedHashMap<>();
        for (Draft draft : concerned) {
            Optional.ofNullable(value(one, draft, violations))
                    .ifPresent(value -> values.put(draft.id(), value));
        }
        Map<UUID, Map<String, @Nullable Object>> set =
                one.field().isToOne()
                        ? pointers(one.field(), concerned, values, violations)
                        : plain(one.field(), values);
        return drafts.stream().map(draft -> with(set.get(draft.id()), draft)).toList();
    }

    private static Draft with(@Nullable Map<String, @Nullable Object> values, Draft draft) {
        return values == null ? draft : draft.with(values);
    }

    private static boolean isFor(FieldDefault one, Draft draft) {
        String name = one.field().name();
        return draft.isNew() && !draft.set().containsKey(name) && !draft.failed().contains(name);
    }

    private @Nullable Object value(FieldDefault one, Draft draft, Violations violations) {
        FieldFormula formula = (FieldFormula) one.formula();
        Object computed =
                formula.fit(
                        new Evaluator(new DraftValues(draft, related), scope.now(), steps)
                                .evaluate(formula.expression()));
        return switch (FieldValues.coerce(one.field().type(), computed)) {
            case Coercion.Accepted(var value) -> value;
            case Coercion.Refused(var problem) -> {
                violations.add(problem.at(Violations.path(draft.path(), one.field().name())));
                yield null;
            }
        };
    }

    private static Map<UUID, Map<String, @Nullable Object>> plain(
            Field field, Map<UUID, Object> values) {
        Map<UUID, Map<String, @Nullable Object>> set = new LinkedHashMap<>();
        values.forEach((draft, value) -> {
            Map<String, @Nullable Object> only = new LinkedHashMap<>();
            only.put(field.name(), value);
            set.put(draft, only);
        });
        return set;
    }

    /** The records that are pointed to are held until the end of the write, as given ones are. */
    private Map<UUID, Map<String, @Nullable Object>> pointers(
            Field field, List<Draft> drafts, Map<UUID, Object> values, Violations violations) {
        ReferenceResolver resolver = new ReferenceResolver(session.orElseThrow());
        drafts.forEach(draft -> resolver.arrives(draft.object().key(), draft.id()));
        values.values().forEach(id -> resolver.want(new RecordInput.ById((UUID) id)));
        resolver.lookUp();
        Map<UUID, Map<String, @Nullable Object>> set = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            if (values.get(draft.id()) instanceof UUID id) {
                RecordInput.ById target = new RecordInput.ById(id);
                resolver.find(target, field)
                        .ifPresentOrElse(
                                found -> set.put(draft.id(), Pointers.to(found, field)),
                                () ->
                                        violations.add(
                                                resolver.notFound(
                                                        target,
                                                        field,
                                                        Violations.path(
                                                                draft.path(), field.name()))));
            }
        }
        return set;
    }

    private static Collection<List<Step>> paths(FieldDefault one) {
        return new ArrayList<>(ExpressionTraits.paths(((FieldFormula) one.formula()).expression()));
    }
}
