package kith.runtime.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.change.ChangeOutcome;
import kith.metadata.change.ChangeRequest;
import kith.metadata.change.ComponentChange;
import kith.metadata.codec.TimeOrderedIds;
import kith.metadata.codec.YamlDocuments;
import kith.metadata.resolve.CatalogBuilder;
import kith.runtime.access.Caller;
import kith.runtime.storage.SlotAssigner;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import reactor.core.publisher.Mono;

/** A node's catalogs over a database; rules compile to nothing. */
final class CatalogFixture {

    static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final RuleCompiler NO_RULES =
            (rule, objects) -> new RuleCompiler.Compiled(() -> Set.of());

    private final List<String> announced = new CopyOnWriteArrayList<>();
    private final CatalogStore store;

    CatalogFixture(RuntimeDatabase database) {
        this(database, NO_RULES);
    }

    CatalogFixture(RuntimeDatabase database, RuleCompiler rules) {
        this(database, rules, NOW);
    }

    /** A node whose clock stands somewhere else. */
    CatalogFixture(RuntimeDatabase database, RuleCompiler rules, Instant now) {
        store =
                new CatalogStore(
                        database.database(),
                        new CatalogBuilder(new SlotAssigner(), rules),
                        (tenant, version) ->
                                Mono.fromRunnable(
                                        () -> announced.add(tenant.slug() + " " + version)),
                        new TimeOrderedIds(Clock.systemUTC(), new Random(42)),
                        Clock.fixed(now, ZoneOffset.UTC));
    }

    static Caller administrator(Tenant tenant) {
        return new Caller(tenant, Optional.empty(), true, Caller.Origin.API);
    }

    static Caller administrator(Tenant tenant, UUID user) {
        return new Caller(tenant, Optional.of(user), true, Caller.Origin.CONSOLE);
    }

    static ChangeRequest request(String yaml) {
        return request(yaml, false);
    }

    static ChangeRequest request(String yaml, boolean isDryRun) {
        List<ComponentChange> changes = new ArrayList<>();
        for (YamlDocuments.YamlDocument document : YamlDocuments.read("test.yaml", yaml)) {
            changes.add(
                    new ComponentChange.PutDocument(
                            document.document(), List.of("components", changes.size())));
        }
        return new ChangeRequest(changes, "test", isDryRun);
    }

    /** Another node, so much later. */
    static CatalogFixture later(RuntimeDatabase database, Duration time) {
        return new CatalogFixture(database, NO_RULES, NOW.plus(time));
    }

    /** How many rows were cleared. */
    long purge(Tenant tenant) {
        return now(store.retiredValues().purge(tenant));
    }

    CatalogChanges changes() {
        return store.changes();
    }

    Catalogs catalogs() {
        return store.catalogs();
    }

    List<String> announced() {
        return announced;
    }

    ChangeOutcome put(Tenant tenant, String yaml) {
        return now(store.changes().apply(administrator(tenant), request(yaml)));
    }

    ChangeOutcome change(Tenant tenant, ComponentChange... changes) {
        return now(
                store.changes()
                        .apply(
                                administrator(tenant),
                                new ChangeRequest(List.of(changes), "test", false)));
    }

    Catalog catalog(Tenant tenant) {
        return now(store.catalogs().current(tenant));
    }

    static <T> T now(Mono<T> result) {
        return Objects.requireNonNull(result.block(PATIENCE));
    }
}
