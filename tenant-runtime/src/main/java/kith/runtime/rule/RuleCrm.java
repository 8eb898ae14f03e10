package kith.runtime.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Rule;
import kith.metadata.field.FieldType;
import kith.metadata.permission.ObjectRight;
import kith.runtime.read.Predicate;
import kith.runtime.rule.RecordSource.SourceRecord;
import kith.runtime.value.Coercion;
import kith.runtime.value.FieldValues;
import kith.script.CrmGateway;
import kith.script.RuleRefusal;
import kith.script.ScriptRecord;
import org.jspecify.annotations.Nullable;

/**
 * Other records as one rule reaches them while it runs for the records of a batch: inside the
 * transaction and with the rights of the rule's mode.
 *
 * <p>What it writes is collected and done for all records together. A rule reads what it wrote:
 * records by their ids as they will be, and before a query of an object that it wrote to, what was
 * collected is done; unless its own records are yet to be saved, for then nothing can be done.
 */
final class RuleCrm implements CrmGateway {

    private final RuleRun run;
    private final RuleReach.Side side;
    private final RelatedRecords related;
    private final RuleChain chain;
    private final boolean isDeferring;
    private final boolean isHolding;
    private final PendingWrites pending = new PendingWrites();
    private final QueryAnswers<Query, SourceRecord> answers = new QueryAnswers<>();
    private Questions questions = new Questions();
    private List<Object> path = List.of();

    /**
     * @param chain with the rule itself
     * @param isDeferring whether writes wait until the rule's records are saved
     */
    RuleCrm(RuleRun run, Rule rule, RelatedRecords related, RuleChain chain, boolean isDeferring) {
        this.run = run;
        this.side = run.reach().of(rule.definition().call().mode());
        this.related = related;
        this.chain = chain;
        this.isDeferring = isDeferring;
        this.isHolding =
                rule.program() instanceof RunnableRule program && program.isWritingOthers();
    }

    private record Query(ObjectType object, Predicate predicate) {}

    /** What is asked from now on is on behalf of a run for the record at the path. */
    void begin(Questions ofRun, List<Object> at) {
        questions = ofRun;
        path = at;
    }

    PendingWrites pending() {
        return pending;
    }

    @Override
    public List<ScriptRecord> query(
            String objectType, Map<String, @Nullable Object> criteria, int maxRows) {
        ObjectType object = object(objectType);
        Map<String, RuleProperties.Property> properties = related.propertiesOf(object);
        List<Predicate> parts = new ArrayList<>();
        criteria.forEach((name, value) -> {
            RuleProperties.Property property = properties.get(name);
            if (property == null || !side.source().mayRead(property.field())) {
                throw new RuleRefusal("%s has no field %s".formatted(objectType, name));
            }
            parts.add(equal(property.field(), value));
        });
        if (!isDeferring && pending.concern(object)) {
            flush();
        }
        Query query = new Query(object, new Predicate.All(parts));
        List<SourceRecord> rows =
                answers.to(query, maxRows, most -> asked(query, criteria.keySet(), most));
        List<ScriptRecord> records = new ArrayList<>(rows.size());
        for (SourceRecord row : rows) {
            view(row).ifPresent(records::add);
        }
        return records;
    }

    private List<SourceRecord> asked(Query query, Set<String> names, int most) {
        return questions.asked(
                "query %s %s".formatted(query.object().name(), names),
                () -> side.source().matching(query.object(), query.predicate(), most, isHolding));
    }

    @Override
    public @Nullable ScriptRecord get(String objectType, String id) {
        ObjectType object = object(objectType);
        UUID known = idOrNull(id);
        if (known == null) {
            return null;
        }
        Optional<RuleWrite.Create> created = pending.created(known);
        if (created.isPresent()) {
            return created.get().object().key() == object.key() ? made(created.get()) : null;
        }
        return questions
                .asked("get " + objectType, () -> side.source().byId(object, known, isHolding))
                .stream()
                .findFirst()
                .flatMap(this::view)
                .orElse(null);
    }

    @Override
    public ScriptRecord create(String objectType, Map<String, @Nullable Object> values) {
        ObjectType object = object(objectType);
        side.sink().require(ObjectRight.CREATE, object);
        Map<String, @Nullable Object> given = new LinkedHashMap<>(values);
        given.remove("id");
        UUID id = values.get("id") instanceof String text ? known(text) : side.sink().nextId();
        pending.create(object, id, typed(object, given), path);
        return made(pending.created(id).orElseThrow());
    }

    @Override
    public void update(ScriptRecord record) {
        if (!(record instanceof CrmRecord changed)) {
            throw new RuleRefusal(
                    "only a record of crm.get, crm.query or crm.create can be updated");
        }
        side.sink().require(ObjectRight.UPDATE, changed.object());
        requireElsewhere(changed.id());
        Map<String, @Nullable Object> set = changed.taken();
        if (!set.isEmpty()) {
            pending.update(changed.object(), changed.id(), set, path);
        }
    }

    @Override
    public void update(String objectType, String id, Map<String, @Nullable Object> values) {
        ObjectType object = object(objectType);
        side.sink().require(ObjectRight.UPDATE, object);
        UUID known = known(id);
        requireElsewhere(known);
        pending.update(object, known, typed(object, values), path);
    }

    @Override
    public void delete(ScriptRecord record) {
        if (!(record instanceof CrmRecord deleted)) {
            throw new RuleRefusal(
                    "only a record of crm.get, crm.query or crm.create can be deleted");
        }
        delete(deleted.object(), deleted.id());
    }

    @Override
    public void delete(String objectType, String id) {
        delete(object(objectType), known(id));
    }

    /** Does what was collected. */
    void flush() {
        if (!pending.isEmpty()) {
            side.sink().write(pending.taken(), chain);
            answers.forget();
            related.forget();
        }
    }

    /** What was collected, for later. */
    RuleResult.Deferred deferred() {
        return new RuleResult.Deferred(side.sink(), chain, pending.taken());
    }

    private void delete(ObjectType object, UUID id) {
        side.sink().require(ObjectRight.DELETE, object);
        if (chain.isUnderWay(id)) {
            throw new RuleRefusal("a rule cannot delete a record that it runs for: " + chain);
        }
        pending.delete(object, id, path);
    }

    /** Before it is saved, the rule's own record is changed by setting its fields. */
    private void requireElsewhere(UUID id) {
        if (isDeferring && chain.links().getLast().records().contains(id)) {
            throw new RuleRefusal("set the fields of the record itself, it is yet to be saved");
        }
    }

    private Map<String, @Nullable Object> typed(
            ObjectType object, Map<String, @Nullable Object> values) {
        Map<String, RuleProperties.Property> properties = related.propertiesOf(object);
        Map<String, @Nullable Object> typed = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Field field = CrmRecord.settable(object, properties, name, side.sink());
            typed.put(field.name(), CrmRecord.typed(field, value));
        });
        return typed;
    }

    private ObjectType object(String name) {
        return run.catalog()
                .object(name)
                .orElseThrow(() -> new RuleRefusal("there is no object " + name));
    }

    private Optional<ScriptRecord> view(SourceRecord found) {
        return pending.overlaid(found.id(), found.values())
                .map(values -> record(found.object(), found.id(), values));
    }

    private ScriptRecord made(RuleWrite.Create create) {
        Map<String, Object> values = new LinkedHashMap<>();
        create.values()
                .forEach((field, value) -> {
                    if (value != null) {
                        values.put(field, value);
                    }
                });
        return record(create.object(), create.id(), values);
    }

    private ScriptRecord record(ObjectType object, UUID id, Map<String, Object> values) {
        return new CrmRecord(object, id, values, related, side.sink());
    }

    private static @Nullable UUID idOrNull(String id) {
        return FieldValues.coerce(new FieldType.Id(), id) instanceof Coercion.Accepted(UUID known)
                ? known
                : null;
    }

    private static UUID known(String id) {
        UUID known = idOrNull(id);
        if (known == null) {
            throw new RuleRefusal("not an id");
        }
        return known;
    }

    private static Predicate equal(Field field, @Nullable Object value) {
        return switch (FieldValues.coerceComparand(field.type(), value)) {
            case Coercion.Accepted(var typed) when typed == null -> new Predicate.Missing(field);
            case Coercion.Accepted(var typed) ->
                    new Predicate.Compare(
                            field,
                            field.type() instanceof FieldType.MultiPicklist
                                    ? Predicate.Operator.HAS
                                    : Predicate.Operator.EQ,
                            typed);
            case Coercion.Refused(var problem) ->
                    throw new RuleRefusal("%s: %s".formatted(field.name(), problem.message()));
        };
    }
}
