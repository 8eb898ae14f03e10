package kith.server.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import kith.runtime.registry.RegisteredTenant;
import kith.runtime.registry.TenantRegistry;
import kith.runtime.tenant.TenantStatus;
import kith.server.testing.HttpSteps;
import kith.server.testing.TestRealm;
import kith.server.testing.TestServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

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
        assertThat(ProvisioningState.of(stopped).report())
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
        return new Provisioning(registry, server.part(CrmPackages.class), steps);
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
