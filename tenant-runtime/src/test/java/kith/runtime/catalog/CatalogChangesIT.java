package kith.runtime.catalog;

import static kith.runtime.catalog.CatalogFixture.administrator;
import static kith.runtime.catalog.CatalogFixture.now;
import static kith.runtime.catalog.CatalogFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import kith.metadata.ComponentRef;
import kith.metadata.catalog.Catalog;
import kith.metadata.change.ChangeOutcome;
import kith.metadata.change.ChangeRefusal;
import kith.metadata.change.ComponentChange;
import kith.metadata.change.Difference.Change;
import kith.metadata.problem.ProblemException;
import kith.metadata.problem.ProblemKind;
import kith.runtime.access.Caller;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class CatalogChangesIT {

    private static final String ROOMS =
            """
            kind: Object
            name: Room
            ---
            kind: Field
            object: Room
            name: code
            type: text
            default: "0.50"
            ---
            kind: Field
            object: Room
            name: price
            type: currency
            default: 12.50
            """;

    private static RuntimeDatabase database;

    private CatalogFixture node;
    private Tenant tenant;

    @BeforeAll
    static void start() {
        database = RuntimeDatabase.fresh("catalog_changes");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void newTenant() {
        node = new CatalogFixture(database);
        tenant = database.tenant("t" + UUID.randomUUID().toString().substring(0, 12));
    }

    @Test
    void makesOneVersionOfEachChangeSet() {
        ChangeOutcome first = node.put(tenant, ROOMS);
        ChangeOutcome second = node.put(tenant, "kind: Object\nname: House");

        assertThat(first.isApplied()).isTrue();
        assertThat(first.catalogVersion()).isEqualTo(1);
        assertThat(first.diff()).hasSize(3);
        assertThat(second.catalogVersion()).isEqualTo(2);
        assertThat(node.announced()).containsExactly(tenant.slug() + " 1", tenant.slug() + " 2");
    }

    @Test
    void givesAnotherNodeTheVerySameCatalog() {
        node.put(tenant, ROOMS);
        Catalog here = node.catalog(tenant);

        Catalog there = new CatalogFixture(database).catalog(tenant);

        assertThat(there.version()).isEqualTo(1);
        assertThat(there.fingerprint()).isEqualTo(here.fingerprint());
        assertThat(there.components()).isEqualTo(here.components());
    }

    @Test
    void findsNothingToChangeWhereDocumentsAreTheSame() {
        node.put(tenant, ROOMS);

        ChangeOutcome again = new CatalogFixture(database).put(tenant, ROOMS);

        assertThat(again.problems()).isEmpty();
        assertThat(again.diff()).isEmpty();
        assertThat(again.isApplied()).isFalse();
        assertThat(again.catalogVersion()).isEqualTo(1);
    }

    @Test
    void leavesEverythingAsItWasWhereTheChangeIsRefused() {
        node.put(tenant, ROOMS);

        ChangeOutcome refused =
                node.put(
                        tenant,
                        """
                        kind: Object
                        name: House
                        ---
                        kind: Field
                        object: Hause
                        name: size
                        type: number
                        """);

        assertThat(refused.isApplied()).isFalse();
        assertThat(refused.catalogVersion()).isEqualTo(1);
        assertThat(refused.problems()).hasSize(1);
        assertThat(stored("select count(*) from component")).isEqualTo("3");
        assertThat(stored("select count(*) from catalog_change")).isEqualTo("1");
    }

    @Test
    void triesWithoutWriting() {
        ChangeOutcome outcome =
                now(node.changes().apply(administrator(tenant), request(ROOMS, true)));

        assertThat(outcome.isApplied()).isFalse();
        assertThat(outcome.diff()).hasSize(3);
        assertThat(stored("select count(*) from component")).isEqualTo("0");
        assertThat(stored("select catalog_version from tenant where key = " + tenant.key()))
                .isEqualTo("0");
        assertThat(node.announced()).isEmpty();
    }

    @Test
    void obeysOnlyAdministrators() {
        Caller member =
                new Caller(tenant, Optional.of(UUID.randomUUID()), false, Caller.Origin.API);

        assertThatThrownBy(() -> now(node.changes().apply(member, request(ROOMS))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal ->
                                assertThat(refusal.problems().getFirst().code().kind())
                                        .isEqualTo(ProblemKind.FORBIDDEN));
        assertThatThrownBy(() -> now(node.changes().history(member, 10, OptionalLong.empty())))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void hidesTheComponentsOfOtherTenants() {
        Tenant other = database.tenant("o" + UUID.randomUUID().toString().substring(0, 12));
        node.put(tenant, ROOMS);

        assertThat(node.catalog(other).object("Room")).isEmpty();
        assertThat(node.put(other, ROOMS).catalogVersion()).isEqualTo(1);
        assertThat(node.catalog(other).require("Room").id())
                .isNotEqualTo(node.catalog(tenant).require("Room").id());
    }

    @Test
    void remembersWhoChangedWhatWhenAndWhy() {
        UUID user = UUID.randomUUID();
        database.asOwner(
                tenant,
                """
                insert into record (tenant, object, id, version, name, created_at, updated_at)
                values (%d, 1, '%s', 1, 'Nancy Davolio', now(), now())
                """
                        .formatted(tenant.key(), user));
        now(node.changes().apply(administrator(tenant, user), request(ROOMS)));
        node.change(
                tenant,
                new ComponentChange.Rename(
                        ComponentRef.field("Room", "code"), "number", Optional.empty()));

        List<RecordedChange> history =
                now(node.changes().history(administrator(tenant), 10, OptionalLong.empty()));

        assertThat(history).extracting(RecordedChange::version).containsExactly(2L, 1L);
        assertThat(history.getLast().by()).isEqualTo("Nancy Davolio");
        assertThat(history.getLast().message()).isEqualTo("test");
        assertThat(history.getLast().at()).isEqualTo(Instant.parse("2026-05-01T12:00:00Z"));
        assertThat(history.getFirst().by()).isEqualTo("Kith");
        assertThat(history.getFirst().diff())
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.change()).isEqualTo(Change.RENAMED);
                    assertThat(difference.before().orElseThrow().propertyNames())
                            .startsWith("kind", "id", "object", "name");
                });
        assertThat(now(node.changes().history(administrator(tenant), 1, OptionalLong.of(2))))
                .extracting(RecordedChange::version)
                .containsExactly(1L);
    }

    @Test
    void letsNobodyRewriteTheLog() {
        node.put(tenant, ROOMS);

        assertThatThrownBy(() -> database.asApplication("update catalog_change set message = 'x'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void rollsBackAsANewVersion() {
        node.put(tenant, ROOMS);
        Catalog before = node.catalog(tenant);
        node.change(
                tenant,
                new ComponentChange.Rename(
                        ComponentRef.object("Room"), "Chamber", Optional.empty()));
        node.change(tenant, new ComponentChange.Remove(ComponentRef.field("Chamber", "price")));

        ChangeOutcome outcome =
                now(node.changes().rollback(administrator(tenant), 1, "back", false));

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.catalogVersion()).isEqualTo(4);
        assertThat(node.catalog(tenant).fingerprint()).isEqualTo(before.fingerprint());
        assertThat(stored("select count(*) from retired_storage")).isEqualTo("0");
        assertThat(new CatalogFixture(database).catalog(tenant).fingerprint())
                .isEqualTo(before.fingerprint());
    }

    @Test
    void knowsOnlyVersionsOfThePast() {
        assertThat(now(node.changes().rollback(administrator(tenant), 7, "", false)).problems())
                .extracting(problem -> problem.problem().code())
                .containsExactly(ChangeRefusal.UNKNOWN_VERSION);
    }

    @Test
    void closesTheHomeOfARemovedField() {
        node.put(tenant, ROOMS);
        node.change(tenant, new ComponentChange.Remove(ComponentRef.field("Room", "code")));

        assertThat(stored("select storage from retired_storage")).isEqualTo("text_13");
        node.put(tenant, "kind: Field\nobject: Room\nname: code\ntype: text");
        assertThat(
                        node.catalog(tenant)
                                .require("Room")
                                .field("code")
                                .orElseThrow()
                                .storage()
                                .toString())
                .isEqualTo("text_14");
    }

    @Test
    void letsConcurrentChangesSeeEachOther() {
        node.put(tenant, ROOMS);
        CatalogFixture other = new CatalogFixture(database);

        List<ChangeOutcome> outcomes =
                now(
                        Flux.range(0, 8)
                                .flatMap(number ->
                                        (number % 2 == 0 ? node : other)
                                                .changes()
                                                .apply(
                                                        administrator(tenant),
                                                        request(
                                                                "kind: Object\nname: House"
                                                                        + number))
                                                .subscribeOn(Schedulers.parallel()))
                                .collectList());

        assertThat(outcomes).allMatch(ChangeOutcome::isApplied);
        assertThat(outcomes)
                .extracting(ChangeOutcome::catalogVersion)
                .containsExactlyInAnyOrder(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        Catalog catalog = now(node.catalogs().atLeast(tenant, 9));
        assertThat(catalog.objects()).hasSize(15);
        assertThat(catalog.objects().stream().map(object -> object.key()).distinct()).hasSize(15);
    }

    private String stored(String sql) {
        return database.asOwner(tenant, sql);
    }
}
