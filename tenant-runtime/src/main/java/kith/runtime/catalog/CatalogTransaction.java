package kith.runtime.catalog;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.metadata.Component;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Storage;
import kith.metadata.change.ChangePlan;
import kith.metadata.change.RecordEffect;
import kith.metadata.codec.ComponentDocuments;
import kith.runtime.access.Caller;
import kith.runtime.sql.AccessVersion;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.storage.DedicatedTables;
import kith.runtime.storage.TableIndex;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a change of the catalog reads and writes in its transaction. */
final class CatalogTransaction {

    private final Session session;
    private final Caller caller;
    private final CatalogStatements statements;
    private final LaterFills fills;

    CatalogTransaction(Session session, Caller caller, ComponentDocuments documents) {
        this(session, caller, documents, LaterFills.NOBODY);
    }

    CatalogTransaction(
            Session session, Caller caller, ComponentDocuments documents, LaterFills fills) {
        this.fills = fills;
        this.session = session;
        this.caller = caller;
        this.statements = new CatalogStatements(caller.tenant().key(), documents);
    }

    /** Waits for other changes of the catalog, and reads what these left. */
    Mono<StoredCatalog> lock() {
        return session.execute(statements.lock())
                .then(session.json(statements.readStored()))
                .publishOn(Schedulers.boundedElastic())
                .map(StoredCatalog::read);
    }

    /** All that was changed after a version, newest first. */
    Mono<List<RecordedChange>> changesAfter(long version, ChangeLog log) {
        Sql entries = statements.log(OptionalLong.empty(), version, Integer.MAX_VALUE);
        return session.json(Sql.of("select {}", entries))
                .publishOn(Schedulers.boundedElastic())
                .map(log::read);
    }

    /** What the records say to the plan. */
    Mono<DataChecks.Findings> ask(Catalog current, ChangePlan.Applicable plan, Clock clock) {
        return new DataChecks(
                        caller,
                        current,
                        plan,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        fills.mostAtOnce())
                .ask(session, plan);
    }

    /**
     * Holds the tenant's writes up until the end: those that began under the old catalog are
     * through, so that what the records say now stays true.
     */
    Mono<Void> excludeWrites() {
        return session.excludeWrites();
    }

    /**
     * @param later formulas that this leaves to others
     */
    Mono<Void> write(
            Catalog current,
            ChangePlan.Applicable plan,
            List<RecordEffect> later,
            String message,
            Clock clock) {
        return Flux.fromIterable(writes(current, plan, later, message, clock))
                .concatMap(session::execute)
                .thenMany(Flux.fromIterable(later))
                .concatMap(effect -> fills.begin(session, caller, effect.field()))
                .then(
                        later.isEmpty()
                                ? Mono.empty()
                                : session.execute(statements.advanceUnread(plan.next().version()))
                                        .then());
    }

    private List<Sql> writes(
            Catalog current,
            ChangePlan.Applicable plan,
            List<RecordEffect> later,
            String message,
            Clock clock) {
        long version = plan.next().version();
        List<Sql> writes = new ArrayList<>();
        writes.add(statements.advance(plan.next(), plan.nextObjectKey()));
        writes.add(statements.record(caller, version, clock.instant(), message, plan.diff()));
        addComponents(current, plan.next(), writes);
        addColumns(current, plan.next(), writes);
        writes.add(statements.keepStale(plan.next().staleFormulas()));
        RecordEffects effects =
                new RecordEffects(
                        caller, plan.next(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        plan.effects().stream()
                .filter(effect -> !later.contains(effect))
                .forEach(effect -> writes.add(effects.statement(effect)));
        addStorage(plan, writes);
        writes.addAll(new AssignedNames(caller.tenant().key()).followed(current, plan.next()));
        writes.add(AccessVersion.changed(caller.tenant().key()));
        return writes;
    }

    private void addComponents(Catalog current, Catalog next, List<Sql> writes) {
        Map<UUID, Component> before = byId(current);
        Map<UUID, Component> after = byId(next);
        List<Component> changed =
                next.components().stream()
                        .filter(component -> !component.equals(before.get(component.id())))
                        .toList();
        List<UUID> removed = before.keySet().stream().filter(id -> !after.containsKey(id)).toList();
        addUnlessEmpty(writes, removed, statements::remove);
        addUnlessEmpty(writes, changed, statements::save);
    }

    /** New fields of an object with a table of its own get their columns there. */
    private static void addColumns(Catalog current, Catalog next, List<Sql> writes) {
        for (ObjectType object : next.objects()) {
            if (next.homes().containsKey(object.key())) {
                Set<Storage> added = next.slots(object);
                current.objectWithKey(object.key())
                        .ifPresent(before -> added.removeAll(current.slots(before)));
                if (!added.isEmpty()) {
                    writes.add(DedicatedTables.extend(object.key(), added));
                    added.stream()
                            .flatMap(home -> TableIndex.of(home).stream())
                            .map(index -> DedicatedTables.index(object.key(), index))
                            .forEach(writes::add);
                }
            }
        }
    }

    private void addStorage(ChangePlan.Applicable plan, List<Sql> writes) {
        ChangePlan.StorageChanges storage = plan.storage();
        UniqueKeyRows keys = new UniqueKeyRows(caller.tenant().key(), plan.next());
        addUnlessEmpty(writes, List.copyOf(storage.revived()), statements::revive);
        addUnlessEmpty(writes, List.copyOf(storage.revivedObjects()), statements::reviveObjects);
        addUnlessEmpty(
                writes,
                List.copyOf(storage.retiredObjects()),
                objects -> statements.retireObjects(objects, plan.next().version()));
        addUnlessEmpty(
                writes,
                List.copyOf(storage.retired()),
                homes -> statements.retire(homes, plan.next().version()));
        addUnlessEmpty(writes, List.copyOf(storage.noLongerUnique()), keys::clear);
        storage.nowUnique().forEach(field -> writes.add(keys.fill(field)));
    }

    private static <T> void addUnlessEmpty(
            List<Sql> writes, List<T> items, Function<List<T>, Sql> statement) {
        if (!items.isEmpty()) {
            writes.add(statement.apply(items));
        }
    }

    private static Map<UUID, Component> byId(Catalog catalog) {
        return catalog.components().stream()
                .collect(Collectors.toMap(Component::id, component -> component));
    }
}
