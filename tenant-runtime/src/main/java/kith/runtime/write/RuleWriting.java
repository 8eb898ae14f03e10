package kith.runtime.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.permission.ObjectRight;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.rule.FieldCause;
import kith.runtime.rule.RecordSink;
import kith.runtime.rule.RuleChain;
import kith.runtime.rule.RuleProblem;
import kith.runtime.rule.RuleWrite;
import kith.runtime.write.CoercedRecord.WantedReference;
import kith.runtime.write.RecordLoader.Life;
import kith.runtime.write.RecordLoader.Lock;
import org.jspecify.annotations.Nullable;

/** Writes for rules: the way of every write, set by set, in the transaction under way. */
final class RuleWriting implements RecordSink {

    private final WriteSession session;
    private final RecordIds ids;
    private final Function<RuleChain, RuledStages> stages;

    /**
     * @param session with the rights of the rules
     * @param stages those of writes that a chain of rules sets off
     */
    RuleWriting(WriteSession session, RecordIds ids, Function<RuleChain, RuledStages> stages) {
        this.session = session;
        this.ids = ids;
        this.stages = stages;
    }

    /** The stages that let rules run. */
    record RuledStages(SaveStage saves, Removal removal, ButtonStage buttons) {}

    @Override
    public UUID nextId() {
        return ids.next();
    }

    @Override
    public void require(ObjectRight right, ObjectType object) {
        session.access().require(session.caller(), right, object);
    }

    @Override
    public boolean mayWrite(Field field) {
        return session.access().mayWrite(session.caller(), field);
    }

    @Override
    public void write(List<RuleWrite> writes, RuleChain chain) {
        RuledStages ruled = stages.apply(chain);
        writes.forEach(write -> session.causes().add(write.id(), causes(write, chain)));
        try {
            List<SaveStage.Saved> saved = new ArrayList<>();
            for (List<RuleWrite.Create> batch : created(writes)) {
                saved.add(ruled.saves().save(batch.getFirst().object(), fresh(batch)));
            }
            for (List<RuleWrite.Update> batch : grouped(writes, RuleWrite.Update.class)) {
                saved.add(ruled.saves().save(batch.getFirst().object(), changed(batch)));
            }
            ruled.saves().finish(saved);
            for (List<RuleWrite.Delete> batch : grouped(writes, RuleWrite.Delete.class)) {
                List<StoredRecord> roots = locked(batch, Lock.FOR_REMOVAL);
                ruled.removal().delete(roots, batch.getFirst().path());
            }
        } catch (ProblemException refused) {
            throw told(refused, chain);
        }
    }

    /** On which line of the rule is not known any more. */
    private static Map<String, FieldCause> causes(RuleWrite write, RuleChain chain) {
        Set<String> fields =
                switch (write) {
                    case RuleWrite.Create create -> create.values().keySet();
                    case RuleWrite.Update update -> update.values().keySet();
                    case RuleWrite.Delete _ -> Set.of();
                };
        RuleDefinition last = chain.links().getLast().rule().definition();
        Map<String, FieldCause> causes = new HashMap<>();
        fields.forEach(field -> causes.put(field, new FieldCause(last.id(), last.name(), 0)));
        return causes;
    }

    /** New records of one object together; what refers to others of them comes behind these. */
    private static List<List<RuleWrite.Create>> created(List<RuleWrite> writes) {
        List<List<RuleWrite.Create>> batches = new ArrayList<>();
        Map<UUID, Integer> places = new HashMap<>();
        for (RuleWrite write : writes) {
            if (write instanceof RuleWrite.Create create) {
                int place = place(create, batches, places);
                if (place == batches.size()) {
                    batches.add(new ArrayList<>());
                }
                batches.get(place).add(create);
                places.put(create.id(), place);
            }
        }
        return batches;
    }

    private static int place(
            RuleWrite.Create create,
            List<List<RuleWrite.Create>> batches,
            Map<UUID, Integer> places) {
        int first = 0;
        for (Object value : create.values().values()) {
            if (value instanceof UUID id) {
                first = Math.max(first, places.getOrDefault(id, 0));
            }
        }
        while (first < batches.size()
                && batches.get(first).getFirst().object().key() != create.object().key()) {
            first++;
        }
        return first;
    }

    private static <W extends RuleWrite> List<List<W>> grouped(
            List<RuleWrite> writes, Class<W> kind) {
        return List.copyOf(
                writes.stream()
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .collect(
                                Collectors.groupingBy(
                                        RuleWrite::object, LinkedHashMap::new, Collectors.toList()))
                        .values());
    }

    private List<Draft> fresh(List<RuleWrite.Create> batch) {
        ObjectType object = batch.getFirst().object();
        return resolved(
                        object,
                        batch.stream()
                                .map(one ->
                                        coerced(
                                                object,
                                                Optional.of(one.id()),
                                                one.values(),
                                                one.path()))
                                .toList())
                .stream()
                .map(record -> record.asNew(object, ids))
                .toList();
    }

    private List<Draft> changed(List<RuleWrite.Update> batch) {
        Map<UUID, StoredRecord> before =
                locked(batch, Lock.FOR_CHANGE).stream()
                        .collect(Collectors.toMap(StoredRecord::id, record -> record));
        ObjectType object = batch.getFirst().object();
        List<ResolvedRecord> records =
                resolved(
                        object,
                        batch.stream()
                                .map(one ->
                                        coerced(
                                                object,
                                                Optional.of(one.id()),
                                                one.values(),
                                                one.path()))
                                .toList());
        List<Draft> drafts = new ArrayList<>(records.size());
        for (ResolvedRecord record : records) {
            drafts.add(
                    record.asChangeOf(
                            Objects.requireNonNull(before.get(record.id().orElseThrow()))));
        }
        return drafts;
    }

    private List<StoredRecord> locked(List<? extends RuleWrite> batch, Lock lock) {
        List<StoredRecord> found =
                new RecordLoader(session)
                        .lock(
                                batch.getFirst().object(),
                                batch.stream().map(RuleWrite::id).toList(),
                                Life.LIVE,
                                lock);
        Set<UUID> there = new HashSet<>();
        found.forEach(record -> there.add(record.id()));
        for (RuleWrite write : batch) {
            if (!there.contains(write.id())) {
                throw new ProblemException(
                        Problem.of(
                                        WriteProblem.RECORD_NOT_FOUND,
                                        "There is no %s %s"
                                                .formatted(write.object().name(), write.id()))
                                .at(write.path()));
            }
        }
        return found;
    }

    private List<ResolvedRecord> resolved(ObjectType object, List<CoercedRecord> records) {
        Violations violations = new Violations();
        List<ResolvedRecord> resolved =
                ReferenceStage.resolve(session, object, records, violations);
        violations.refuseIfAny();
        return resolved;
    }

    private static CoercedRecord coerced(
            ObjectType object,
            Optional<UUID> id,
            Map<String, @Nullable Object> given,
            List<Object> path) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        List<WantedReference> references = new ArrayList<>();
        given.forEach((name, value) -> {
            Field field = object.field(name).orElseThrow();
            if (field.isToOne() && value instanceof UUID target) {
                references.add(new WantedReference(field, new RecordInput.ById(target), path));
            } else if (field.isToOne()) {
                values.putAll(Pointers.toNone(field));
            } else {
                values.put(name, value);
            }
        });
        return new CoercedRecord(
                id, values, references, List.of(), List.of(), Map.of(), Set.of(), path);
    }

    /** What is wrong with a rule's write is told where the record is for which the rule ran. */
    private static ProblemException told(ProblemException refused, RuleChain chain) {
        if (refused.getCause() != null) {
            // The database gave up; the write may be worth repeating.
            return refused;
        }
        return new ProblemException(
                refused.problems().stream().map(problem -> told(problem, chain)).toList());
    }

    private static Problem told(Problem problem, RuleChain chain) {
        if (problem.code() instanceof RuleProblem) {
            return problem;
        }
        return new Problem(
                RuleProblem.RULE_WRITE_REFUSED,
                "What %s writes is refused: %s (%s)"
                        .formatted(chain, problem.message(), problem.code().name()),
                problem.path(),
                problem.hint(),
                problem.details());
    }
}
