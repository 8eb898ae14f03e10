package kith.server.tenant;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kith.runtime.access.Caller;
import kith.runtime.registry.RegisteredTenant;
import kith.runtime.tenant.TenantStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tenant northwind, with which people try the product out on their own machine. */
public final class DemoTenant {

    private static final String NAME = "northwind";

    private final Provisioning provisioning;
    private final SampleData samples;
    private final UserRecords users;
    private final Members members;

    public DemoTenant(
            Provisioning provisioning, SampleData samples, UserRecords users, Members members) {
        this.provisioning = provisioning;
        this.samples = samples;
        this.users = users;
        this.members = members;
    }

    /** Sets it up, or goes on with it; all its people sign in with the same password. */
    public Mono<Void> set(String password) {
        return provisioning
                .provision(order(password))
                .doOnNext(DemoTenant::requireActive)
                .delayUntil(tenant -> samples.load(Caller.platform(tenant.tenant()), NAME))
                .flatMap(tenant -> admitAll(tenant, password));
    }

    private Mono<Void> admitAll(RegisteredTenant tenant, String password) {
        return users.withoutAccount(tenant.tenant())
                .flatMapMany(Flux::fromIterable)
                .concatMap(person -> members.admit(tenant, person.withPassword(password), false))
                .then();
    }

    private static ProvisioningOrder order(String password) {
        return new ProvisioningOrder(
                NAME,
                "Northwind Traders",
                new NewAccount("admin@northwind.localhost", "Ada", "Admin", Optional.of(password)),
                List.of(NAME),
                Currency.getInstance("USD"),
                ZoneId.of("UTC"),
                Locale.ENGLISH);
    }

    private static void requireActive(RegisteredTenant tenant) {
        if (tenant.tenant().status() != TenantStatus.ACTIVE) {
            throw new IllegalStateException(
                    "the demo tenant could not be set up: "
                            + ProvisioningState.of(tenant).failure().orElse(null));
        }
    }
}
