package kith.runtime.rule;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RuleProgram.FieldUse;
import kith.runtime.rule.RecordSource.SourceRecord;
import kith.script.meter.Meter;

/**
 * The records that the rules of a batch reach through references: loaded ahead for the whole batch,
 * one statement for each level of references, and one by one where a rule goes elsewhere.
 */
final class RelatedRecords {

    /** Levels that are loaded ahead; a rule that goes deeper waits for each record. */
    private static final int LEVELS = 5;

    private final Catalog catalog;
    private final RecordSource source;
    private final Map<UUID, Optional<SourceRecord>> known = new HashMap<>();
    private final Map<ObjectType, Map<String, RuleProperties.Property>> properties =
            new HashMap<>();
    private Questions questions = new Questions();

    RelatedRecords(Catalog catalog, RecordSource source) {
        this.catalog = catalog;
        this.source = source;
    }

    /** What is loaded from now on is on behalf of a run. */
    void askedBy(Questions run) {
        questions = run;
    }

    /** Loads what the programs will follow from these records. */
    void loadAhead(List<RuledRecord> records, Set<FieldUse> followed) {
        if (followed.isEmpty()) {
            return;
        }
        Map<ObjectType, Set<UUID>> wanted = new LinkedHashMap<>();
        for (RuledRecord record : records) {
            RuleSubject subject = record.subject();
            collect(subject.object(), record.values(), followed, wanted);
            subject.before().ifPresent(old -> collect(subject.object(), old, followed, wanted));
        }
        for (int level = 0; level < LEVELS && !wanted.isEmpty(); level++) {
            List<SourceRecord> loaded = load(wanted);
            wanted.clear();
            loaded.forEach(record -> collect(record.object(), record.values(), followed, wanted));
        }
    }

    /** Whether {@link #find} answers without a query. */
    boolean isKnown(UUID id) {
        return known.containsKey(id);
    }

    /** The live record of that object, loaded now if it is not known yet. */
    Optional<SourceRecord> find(ObjectType object, UUID id) {
        if (!known.containsKey(id)) {
            Meter.current().countQuery();
            load(Map.of(object, Set.of(id)));
        }
        return known.getOrDefault(id, Optional.empty())
                .filter(record -> record.object().key() == object.key());
    }

    /** The same for the condition of a rule, which counts for no script. */
    Optional<SourceRecord> findUncounted(ObjectType object, UUID id) {
        if (!known.containsKey(id)) {
            load(Map.of(object, Set.of(id)));
        }
        return known.getOrDefault(id, Optional.empty())
                .filter(record -> record.object().key() == object.key());
    }

    /** Others wrote in between: what is known may be outdated. */
    void forget() {
        known.clear();
    }

    /** Of all records of an object the same ones: a rule may hold very many. */
    Map<String, RuleProperties.Property> propertiesOf(ObjectType object) {
        return properties.computeIfAbsent(object, RuleProperties::of);
    }

    ObjectType target(Field reference) {
        return catalog.require(reference.target().orElseThrow());
    }

    private void collect(
            ObjectType object,
            Map<String, Object> values,
            Set<FieldUse> followed,
            Map<ObjectType, Set<UUID>> wanted) {
        for (Field field : object.fields()) {
            if (field.isToOne()
                    && !field.isPolymorphic()
                    && values.get(field.name()) instanceof UUID id
                    && !known.containsKey(id)
                    && followed.contains(new FieldUse(object.name(), field.name()))) {
                wanted.computeIfAbsent(target(field), _ -> new LinkedHashSet<>()).add(id);
            }
        }
    }

    private List<SourceRecord> load(Map<ObjectType, Set<UUID>> wanted) {
        Set<UUID> ids = new HashSet<>();
        wanted.values().forEach(ids::addAll);
        Collection<ObjectType> objects = List.copyOf(wanted.keySet());
        String what = "load " + objects.stream().map(ObjectType::name).collect(joining(", "));
        List<SourceRecord> loaded = questions.asked(what, () -> source.load(objects, ids));
        ids.forEach(id -> known.put(id, Optional.empty()));
        loaded.forEach(record -> known.put(record.id(), Optional.of(record)));
        return loaded;
    }
}
