package kith.server.operator;

import java.util.List;
import kith.graphql.sdl.Arguments;
import kith.runtime.registry.RegisteredTenant;
import kith.runtime.registry.TenantPage;
import kith.runtime.registry.TenantRegistry;
import kith.server.tenant.NewAccount;
import kith.server.tenant.Packages;
import kith.server.tenant.Provisioning;
import kith.server.tenant.ProvisioningOrder;
import kith.server.tenant.TenantErasure;
import kith.server.tenant.TenantLife;
import kith.server.tenant.TenantUsage;
import reactor.core.publisher.Mono;

/** The tenants of the installation, for those who run it. */
public final class TenantAdministration {

    private static final int LARGEST_PAGE = 200;

    private final TenantRegistry registry;
    private final Provisioning provisioning;
    private final TenantLife life;
    private final TenantErasure erasure;
    private final TenantUsage usage;
    private final Packages packages;

    public TenantAdministration(
            TenantRegistry registry,
            Provisioning provisioning,
            TenantLife life,
            TenantErasure erasure,
            TenantUsage usage,
            Packages packages) {
        this.registry = registry;
        this.provisioning = provisioning;
        this.life = life;
        this.erasure = erasure;
        this.usage = usage;
        this.packages = packages;
    }

    Mono<TenantInfo.Connection> page(Arguments arguments) {
        int first = Math.clamp(arguments.integer("first"), 0, LARGEST_PAGE);
        return registry.page(
                        first, arguments.optionalText("after"), arguments.optionalText("search"))
                .map(TenantAdministration::connection);
    }

    private static TenantInfo.Connection connection(TenantPage page) {
        List<TenantInfo> nodes = page.tenants().stream().map(TenantInfo::of).toList();
        String end = nodes.isEmpty() ? null : nodes.getLast().slug();
        return new TenantInfo.Connection(
                nodes, page.total(), new TenantInfo.PageInfo(page.hasNext(), end));
    }

    Mono<TenantInfo> find(String slug) {
        return registry.find(slug).map(TenantInfo::of);
    }

    List<Packages.Offer> packages() {
        return packages.offers();
    }

    Mono<TenantInfo> provision(Arguments input) {
        return Mono.fromSupplier(() -> order(input))
                .flatMap(provisioning::provision)
                .map(TenantInfo::of);
    }

    private static ProvisioningOrder order(Arguments input) {
        Arguments admin = input.object("admin");
        return ProvisioningOrder.read(
                input.text("slug"),
                input.text("name"),
                new NewAccount(
                        admin.text("email"),
                        admin.text("firstName"),
                        admin.text("lastName"),
                        admin.optionalText("password")),
                input.texts("packages"),
                new ProvisioningOrder.Settings(
                        input.optionalText("currency").orElse("EUR"),
                        input.optionalText("timeZone").orElse("UTC"),
                        input.optionalText("locale").orElse("en")));
    }

    Mono<TenantInfo> suspend(String slug) {
        return life.suspend(slug).map(TenantInfo::of);
    }

    Mono<TenantInfo> resume(String slug) {
        return life.resume(slug).map(TenantInfo::of);
    }

    Mono<TenantInfo.Deleted> delete(String slug, String confirm) {
        Mono<RegisteredTenant> tenant = life.require(slug);
        return tenant.flatMap(found -> erasure.erase(found, confirm)).map(TenantInfo.Deleted::new);
    }

    Mono<TenantInfo.Usage> usage(TenantInfo tenant) {
        return usage.of(tenant.tenant())
                .map(used -> new TenantInfo.Usage(used.records(), used.bytes(), used.requests()));
    }
}
