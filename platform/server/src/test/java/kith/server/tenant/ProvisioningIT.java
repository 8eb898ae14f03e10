package kith.server.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import kith.metadata.problem.ProblemException;
import kith.runtime.registry.RegisteredTenant;
import kith.runtime.registry.TenantRegistry;
import kith.runtime.tenant.TenantStatus;
import kith.server.testing.HttpSteps;
import kith.server.testing.TenantSteps;
import kith.server.testing.TestRealm;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

class ProvisioningIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final TestServer server = TestServer.shared();
    private final TenantRegistry registry = server.part(TenantRegistry.class);
    private final ProvisioningWork work = server.part(ProvisioningWork.class);

    @ParameterizedTest
    @EnumSource(ProvisioningStep.class)
    void goesOnWhereAStepFailed(ProvisioningStep broken) {
        ProvisioningOrder order = order("failed-" + name(broken));
        AtomicBoolean isBroken = new AtomicBoolean(true);
        Provisioning provisioning =
                provisioning((step, asked, tenant) ->
                        step == broken && isBroken.getAndSet(false)
                                ? Mono.error(new IllegalStateException("injected"))
                                : work.run(step, asked, tenant));

        RegisteredTenant stopped = get(provisioning.provision(order));
        assertThat(stopped.tenant().status()).isEqualTo(TenantStatus.PROVISIONING);
        assertThat(ProvisioningState.report(stopped))
                .filteredOn(step -> step.state().equals("FAILED"))
                .extracting(ProvisioningState.StepReport::step)
                .containsExactly(broken);

        assertActive(get(provisioning.provision(order)));
    }

    /** A crash differs from a failure: the step was done, but nobody noted it. */
    @ParameterizedTest
    @EnumSource(ProvisioningStep.class)
    void repeatsAStepThatWasDoneButNotNoted(ProvisioningStep cutOff) {
        ProvisioningOrder order = order("crashed-" + name(cutOff));
        AtomicBoolean isBroken = new AtomicBoolean(true);
        Provisioning provisioning =
                provisioning((step, asked, tenant) ->
                        step == cutOff && isBroken.getAndSet(false)
                                ? work.run(step, asked, tenant)
                                        .then(Mono.error(new IllegalStateException("injected")))
                                : work.run(step, asked, tenant));
        get(provisioning.provision(order));
        assertActive(get(provisioning.provision(order)));
        assertThat(users(order)).isEqualTo(1);
    }

    @Test
    void makesOneTenantForManyWhoAskAtOnceOnTwoNodes() {
        String slug = "parallel";
        String order =
                """
                mutation { provisionTenant(input: { slug: "%1$s", name: "Parallel", packages: ["northwind"],
                    admin: { email: "admin@%1$s.localhost", firstName: "Ada", lastName: "Admin",
                        password: "%2$s" } })
                  { slug status steps { state problem } } }
                """
                        .formatted(slug, TestRealm.PASSWORD);
        String operator = server.tenants().operatorToken();
        try (TestServer other = server.node(server.installation().redis())) {
            List<JsonNode> answers =
                    Flux.range(0, 6)
                            .flatMap(number ->
                                    Mono.fromCallable(() ->
                                                    ordered(
                                                            number % 2 == 0 ? server : other,
                                                            operator,
                                                            order))
                                            .subscribeOn(Schedulers.boundedElastic()))
                            .collectList()
                            .blockOptional(LIMIT)
                            .orElseThrow();
            assertThat(answers)
                    .hasSize(6)
                    .allSatisfy(answer -> {
                        JsonNode tenant = answer.at("/data/provisionTenant");
                        assertThat(tenant.path("status").asString(answer.toString()))
                                .isEqualTo("ACTIVE");
                        assertThat(tenant.path("steps").valueStream())
                                .allMatch(step -> step.path("state").asString().equals("DONE"));
                    });
            assertThat(
                            server.tenants()
                                    .operator("{ tenants(search: \"parallel\") { totalCount } }")
                                    .at("/data/tenants/totalCount")
                                    .asInt())
                    .isEqualTo(1);
            assertThat(users(order(slug))).isEqualTo(1);
        }
    }

    private static JsonNode ordered(TestServer node, String operator, String order) {
        return HttpSteps.json(
                node.http()
                        .graphql(
                                "/graphql/operator",
                                order,
                                "Authorization",
                                TenantSteps.bearer(operator)));
    }

    @Test
    void doesEachStepOnceForTwoWhoAskAtOnce() {
        ProvisioningOrder order = order("steps-once");
        List<ProvisioningStep> done = new CopyOnWriteArrayList<>();
        ProvisioningWork noted =
                (step, asked, tenant) ->
                        Mono.defer(() -> {
                            done.add(step);
                            return work.run(step, asked, tenant);
                        });
        List<RegisteredTenant> answers =
                get(
                        Flux.merge(
                                        provisioning(noted).provision(order),
                                        provisioning(noted).provision(order))
                                .collectList());
        assertThat(answers).hasSize(2).allSatisfy(ProvisioningIT::assertActive);
        assertThat(done).containsExactly(ProvisioningStep.values());
    }

    @Test
    void writesNothingMoreOnceAnotherTookOver() {
        ProvisioningOrder order = order("taken-over");
        ProvisioningClaims late =
                new ProvisioningClaims(
                        registry,
                        Clock.offset(Clock.systemUTC(), Duration.ofHours(1)),
                        UUID::randomUUID);
        AtomicBoolean isFirst = new AtomicBoolean(true);
        Provisioning other = new Provisioning(registry, server.part(CrmPackages.class), work, late);
        Provisioning overtaken =
                provisioning((step, asked, tenant) ->
                        step == ProvisioningStep.ACCOUNT && isFirst.getAndSet(false)
                                ? other.provision(order).then(work.run(step, asked, tenant))
                                : work.run(step, asked, tenant));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> get(overtaken.provision(order)))
                .withMessageContaining("Another request");
        assertActive(get(registry.find(order.slug())));
    }

    private int users(ProvisioningOrder order) {
        String token = server.tenants().token(order.admin().email(), order.slug());
        return HttpSteps.json(server.tenants().data(token, "{ users { totalCount } }"))
                .at("/data/users/totalCount")
                .asInt();
    }

    private static void assertActive(RegisteredTenant tenant) {
        assertThat(tenant.tenant().status()).isEqualTo(TenantStatus.ACTIVE);
    }

    private Provisioning provisioning(ProvisioningWork steps) {
        return new Provisioning(
                registry,
                server.part(CrmPackages.class),
                steps,
                server.part(ProvisioningClaims.class));
    }

    private static String name(ProvisioningStep step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    private static ProvisioningOrder order(String slug) {
        return new ProvisioningOrder(
                slug,
                "Company",
                new NewAccount(
                        "admin@" + slug + ".localhost",
                        "Ada",
                        "Admin",
                        Optional.of(TestRealm.PASSWORD)),
                List.of(),
                Currency.getInstance("EUR"),
                ZoneId.of("UTC"),
                Locale.ENGLISH);
    }

    private static <T> T get(Mono<T> answer) {
        return answer.blockOptional(LIMIT).orElseThrow();
    }
}
