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
    void takesKnownComponentsFromOthersByTheirFingerprintInOneStatement() {
        List<Tenant> twins = twins(4);
        Catalog first = node.catalog(twins.get(0));
        node.catalog(twins.get(1));
        database.statements().forget();

        Catalog third = node.catalog(twins.get(2));

        assertThat(third.content()).isSameAs(first.content());
        assertThat(third.version()).isEqualTo(2);
        assertThat(database.statements().dataCount()).isEqualTo(1);
    }

    @Test
    void findsOutThatATwinHasChanged() {
        List<Tenant> twins = twins(3);
        twins.forEach(twin -> assertThat(node.catalog(twin).object("Room")).isPresent());
        other.put(twins.get(2), "kind: Object\nname: Cellar");

        assertThat(now(node.catalogs().atLeast(twins.get(2), 3)).object("Cellar")).isPresent();
        assertThat(node.catalog(twins.get(1)).object("Cellar")).isEmpty();
    }

    @Test
    void aCustomizedTenantSharesTheObjectsThatItDidNotChange() {
        List<Tenant> twins = twins(2);
        other.put(twins.get(1), "kind: Field\nobject: Room\nname: size\ntype: number");

        Catalog plain = node.catalog(twins.get(0));
        Catalog customized = node.catalog(twins.get(1));

        assertThat(customized.require("User")).isSameAs(plain.require("User"));
        assertThat(customized.require("Hall")).isSameAs(plain.require("Hall"));
        assertThat(customized.require("Room").field("size")).isPresent();
        assertThat(plain.require("Room").field("size")).isEmpty();
    }

    /** Tenants with the same components, made by another node. */
    private List<Tenant> twins(int count) {
        String name = "w" + UUID.randomUUID().toString().substring(0, 10);
        List<String> objects =
                List.of(
                        "{kind: Object, name: Room, key: 2001, id: " + UUID.randomUUID() + "}",
                        "{kind: Object, name: Hall, key: 2002, id: " + UUID.randomUUID() + "}");
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(number -> {
                    Tenant twin = database.tenant(name + number);
                    objects.forEach(object -> other.put(twin, object));
                    return twin;
                })
                .toList();
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
