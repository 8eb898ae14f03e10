package kith.runtime.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.ConnectionFactories;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kith.metadata.problem.ProblemException;
import kith.runtime.sql.DatabaseProblem;
import kith.runtime.tenant.Tenant;
import kith.runtime.tenant.TenantStatus;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class PostgresTenantRegistryIT {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC);

    private static RuntimeDatabase database;
    private static TenantRegistry registry;

    @BeforeAll
    static void start() {
        database = RuntimeDatabase.fresh("tenant_registry");
        registry = new PostgresTenantRegistry(database.pool(), CLOCK);
        for (String slug : List.of("page-a", "page-b", "page-c")) {
            now(registry.register(tenant(slug, "Page 100%_of " + slug)));
        }
        now(registry.register(tenant("other", "Other, \\ Inc.")));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void registersATenantOnceAndFindsIt() {
        RegisteredTenant made = now(registry.register(tenant("acme", "Acme")));
        RegisteredTenant again = now(registry.register(tenant("acme", "Another")));

        assertThat(again).isEqualTo(made).isEqualTo(now(registry.find("acme")));
        assertThat(made.tenant())
                .isEqualTo(
                        new Tenant(
                                made.tenant().key(),
                                "acme",
                                "Acme",
                                TenantStatus.PROVISIONING,
                                Currency.getInstance("EUR"),
                                ZoneId.of("Europe/Berlin"),
                                Locale.forLanguageTag("de-DE")));
        assertThat(made.organization()).isEmpty();
        assertThat(made.catalogVersion()).isZero();
        assertThat(made.provisioning()).isEqualTo("{\"step\": 1}");
        assertThat(registry.find("nobody").blockOptional()).isEmpty();
    }

    @Test
    void registersOneOfManyAtOnce() {
        List<RegisteredTenant> made =
                now(
                        Flux.range(0, 8)
                                .flatMap(number -> registry.register(tenant("race", "R" + number)))
                                .collectList());

        assertThat(made).hasSize(8);
        assertThat(Set.copyOf(made)).hasSize(1);
    }

    @Test
    void changesTheStatusOnlyFromAnExpectedOne() {
        int key = now(registry.register(tenant("stature", "S"))).tenant().key();
        Set<TenantStatus> fresh = Set.of(TenantStatus.PROVISIONING, TenantStatus.SUSPENDED);

        assertThat(now(registry.changeStatus(key, fresh, TenantStatus.ACTIVE))).isTrue();
        assertThat(now(registry.changeStatus(key, fresh, TenantStatus.DELETING))).isFalse();
        assertThat(now(registry.find("stature")).tenant().status()).isEqualTo(TenantStatus.ACTIVE);
    }

    @Test
    void remembersOrganizationAndProvisioningAndForgetsTheTenant() {
        int key = now(registry.register(tenant("work", "W"))).tenant().key();

        registry.setOrganization(key, "org").block();
        assertThat(now(registry.replaceProvisioning(key, "{\"step\":7}", "{}"))).isFalse();
        assertThat(now(registry.replaceProvisioning(key, "{\"step\":1}", "{\"step\":2}"))).isTrue();

        RegisteredTenant found = now(registry.find("work"));
        assertThat(found.organization()).contains("org");
        assertThat(found.provisioning()).isEqualTo("{\"step\": 2}");
        registry.remove(key).block();
        assertThat(registry.find("work").blockOptional()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'page-' | 3",
                "' PAGE 100% ' | 3",
                "'100%_of' | 3",
                "'1%f' | 0",
                "'1_0' | 0",
                "'\\' | 1",
                "'page-b' | 1",
                "'''; drop table tenant; --' | 0"
            })
    void searchesForTextAsItIs(String search, long total) {
        assertThat(now(registry.page(10, Optional.empty(), Optional.of(search))).total())
                .isEqualTo(total);
    }

    @Test
    void pagesBySlug() {
        Optional<String> pages = Optional.of("page-");

        TenantPage first = now(registry.page(2, Optional.empty(), pages));
        TenantPage second = now(registry.page(2, Optional.of("page-b"), pages));

        assertThat(slugs(first)).containsExactly("page-a", "page-b");
        assertThat(first.hasNext()).isTrue();
        assertThat(slugs(second)).containsExactly("page-c");
        assertThat(second.hasNext()).isFalse();
        assertThat(second.total()).isEqualTo(3);
        assertThat(now(registry.page(1, Optional.empty(), Optional.empty())).total())
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void leavesConnectionsBlindAgain() {
        now(registry.find("page-a"));

        Long seen =
                Mono.usingWhen(
                                database.pool().create(),
                                connection ->
                                        Flux.from(
                                                        connection
                                                                .createStatement(
                                                                        "select count(*) from tenant")
                                                                .execute())
                                                .concatMap(result ->
                                                        result.map(row ->
                                                                Objects.requireNonNull(
                                                                        row.get(0, Long.class))))
                                                .single(),
                                connection -> connection.close())
                        .block();

        assertThat(seen).isZero();
    }

    @Test
    void tellsThatTheDatabaseIsNotThere() {
        TenantRegistry nowhere =
                new PostgresTenantRegistry(
                        ConnectionFactories.get("r2dbc:postgresql://u:p@127.0.0.1:1/none"), CLOCK);

        assertThatThrownBy(() -> nowhere.find("acme").block(Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem ->
                                assertThat(problem.problems().getFirst().code())
                                        .isEqualTo(DatabaseProblem.DATABASE_UNAVAILABLE));
    }

    private static NewTenant tenant(String slug, String name) {
        return new NewTenant(
                slug,
                name,
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Berlin"),
                Locale.forLanguageTag("de-DE"),
                "{\"step\":1}");
    }

    private static List<String> slugs(TenantPage page) {
        return page.tenants().stream().map(found -> found.tenant().slug()).toList();
    }

    private static <T> T now(Mono<T> result) {
        return Objects.requireNonNull(result.block(Duration.ofSeconds(30)));
    }
}
