package kith.runtime.catalog;

import static kith.runtime.catalog.CatalogFixture.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.problem.ProblemException;
import kith.runtime.tenant.Tenant;
import kith.runtime.tenant.TenantStatus;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class CachedCatalogsIT {

    private static RuntimeDatabase database;

    private CatalogFixture node;
    private CatalogFixture other;
    private Tenant tenant;

    @BeforeAll
    static void start() {
        database = RuntimeDatabase.fresh("cached_catalogs");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void newTenant() {
        node = new CatalogFixture(database);
        other = new CatalogFixture(database);
        tenant = database.tenant("t" + UUID.randomUUID().toString().substring(0, 12));
    }

    @Test
    void loadsACatalogOnceHoweverManyAsk() {
        database.statements().forget();

        List<Catalog> catalogs =
                now(
                        Flux.range(0, 50)
                                .flatMap(
                                        asker ->
                                                node.catalogs()
                                                        .current(tenant)
                                                        .subscribeOn(Schedulers.parallel()),
                                        50)
                                .collectList());

        assertThat(catalogs).hasSize(50);
        assertThat(database.statements().dataCount()).isEqualTo(1);
    }

    @Test
    void reloadsOnlyWhatIsOlderThanAskedFor() {
        assertThat(node.catalog(tenant).version()).isZero();
        other.put(tenant, "kind: Object\nname: Room");

        assertThat(node.catalog(tenant).version()).isZero();
        assertThat(now(node.catalogs().atLeast(tenant, 1)).version()).isEqualTo(1);
        database.statements().forget();
        assertThat(now(node.catalogs().atLeast(tenant, 1)).object("Room")).isPresent();
        assertThat(database.statements().dataCount()).isZero();
    }

    @Test
    void sharesOneReloadAmongAllThatNeedIt() {
        assertThat(node.catalog(tenant).version()).isZero();
        other.put(tenant, "kind: Object\nname: Room");
        database.statements().forget();

        now(
                Flux.range(0, 20)
                        .flatMap(
                                asker ->
                                        node.catalogs()
                                                .atLeast(tenant, 1)
                                                .subscribeOn(Schedulers.parallel()),
                                20)
                        .collectList());

        assertThat(database.statements().dataCount()).isEqualTo(1);
    }

    @Test
    void reloadsWhatSharesItsPartsWithAnEqualOne() {
        Tenant twin = database.tenant("v" + UUID.randomUUID().toString().substring(0, 12));
        assertThat(node.catalog(twin).version()).isZero();
        assertThat(node.catalog(tenant).version()).isZero();
        other.put(tenant, "kind: Object\nname: Room");

        assertThat(now(node.catalogs().atLeast(tenant, 1)).version()).isEqualTo(1);
    }

    @Test
    void sharesTheObjectsOfEqualCatalogs() {
        Tenant twin = database.tenant("u" + UUID.randomUUID().toString().substring(0, 12));

        assertThat(node.catalog(twin).require("User"))
                .isSameAs(node.catalog(tenant).require("User"));
    }

    @Test
    void failsForATenantThatDoesNotExistAndAsksAgain() {
        Tenant unknown =
                new Tenant(
                        999_999,
                        "nobody",
                        "Nobody",
                        TenantStatus.ACTIVE,
                        tenant.currency(),
                        tenant.zone(),
                        Locale.ROOT);

        assertThatThrownBy(() -> node.catalog(unknown)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> node.catalog(unknown)).isInstanceOf(ProblemException.class);
    }
}
