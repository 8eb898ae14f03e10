package kith.server.assembly;

import io.r2dbc.pool.ConnectionPool;
import java.time.Clock;
import kith.crm.packages.PackageInstaller;
import kith.crm.packages.PackageLibrary;
import kith.crm.sample.SampleDataLoader;
import kith.graphql.client.ApiClients;
import kith.runtime.audit.AuditTrail;
import kith.runtime.catalog.CatalogChanges;
import kith.runtime.catalog.Catalogs;
import kith.runtime.client.ApiClientStore;
import kith.runtime.read.RecordReader;
import kith.runtime.registry.PostgresTenantRegistry;
import kith.runtime.registry.PostgresTenantRows;
import kith.runtime.registry.TenantRegistry;
import kith.runtime.registry.TenantRows;
import kith.runtime.sql.Database;
import kith.runtime.write.RecordIds;
import kith.runtime.write.RecordWriter;
import kith.server.client.ClientUse;
import kith.server.client.TenantPrograms;
import kith.server.identity.ProviderEndpoints;
import kith.server.keycloak.KeycloakDirectory;
import kith.server.keycloak.KeycloakPrograms;
import kith.server.operator.TenantAdministration;
import kith.server.settings.Installation;
import kith.server.tenant.CrmPackages;
import kith.server.tenant.DemoTenant;
import kith.server.tenant.IdentityDirectory;
import kith.server.tenant.Members;
import kith.server.tenant.ProgramDirectory;
import kith.server.tenant.Provisioning;
import kith.server.tenant.ProvisioningClaims;
import kith.server.tenant.ProvisioningWork;
import kith.server.tenant.ProvisioningWorkshop;
import kith.server.tenant.RequestCounts;
import kith.server.tenant.TenantErasure;
import kith.server.tenant.TenantLife;
import kith.server.tenant.TenantUsage;
import kith.server.user.RecordUsers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.Disposable;

/** How tenants come and go. */
@Configuration(proxyBeanMethods = false)
class TenantConfiguration {

    @Bean
    TenantRegistry tenantRegistry(ConnectionPool connections, Clock clock) {
        return new PostgresTenantRegistry(connections, clock);
    }

    @Bean
    IdentityDirectory identityDirectory(Installation installation) {
        return new KeycloakDirectory(installation.identity());
    }

    @Bean
    KeycloakPrograms programDirectory(Installation installation) {
        return new KeycloakPrograms(installation.identity());
    }

    @Bean
    ApiClientStore apiClientStore(Database database) {
        return new ApiClientStore(database);
    }

    @Bean
    ApiClients apiClients(
            ApiClientStore store,
            ProgramDirectory programs,
            RecordUsers users,
            AuditTrail trail,
            ProviderEndpoints provider,
            RecordIds ids,
            Clock clock) {
        return new TenantPrograms(
                store, programs, users, trail, provider.token(), ids::next, clock);
    }

    @Bean
    ClientUse clientUse(ApiClientStore store, Clock clock) {
        return new ClientUse(store, clock);
    }

    @Bean(destroyMethod = "dispose")
    Disposable clientUseNotes(ClientUse use) {
        return use.start();
    }

    @Bean
    RecordUsers users(Catalogs catalogs, RecordReader reader, RecordWriter writer) {
        return new RecordUsers(catalogs, reader, writer);
    }

    @Bean
    CrmPackages packages(CatalogChanges changes, Catalogs catalogs, RecordWriter writer) {
        return new CrmPackages(
                PackageLibrary.fromClassPath(),
                new PackageInstaller(changes),
                new SampleDataLoader(catalogs, writer));
    }

    @Bean
    ProvisioningWork provisioningWork(
            TenantRegistry registry,
            IdentityDirectory directory,
            CrmPackages packages,
            RecordUsers users) {
        return new ProvisioningWorkshop(registry, directory, packages, users);
    }

    @Bean
    ProvisioningClaims provisioningClaims(TenantRegistry registry, Clock clock, RecordIds ids) {
        return new ProvisioningClaims(registry, clock, ids::next);
    }

    @Bean
    Provisioning provisioning(
            TenantRegistry registry,
            CrmPackages packages,
            ProvisioningWork work,
            ProvisioningClaims claims) {
        return new Provisioning(registry, packages, work, claims);
    }

    @Bean
    TenantRows tenantRows(Database database) {
        return new PostgresTenantRows(database);
    }

    @Bean
    TenantAdministration tenantAdministration(
            TenantRegistry registry,
            Provisioning provisioning,
            IdentityDirectory directory,
            ProgramDirectory programs,
            TenantRows rows,
            RequestCounts requests,
            CrmPackages packages) {
        return new TenantAdministration(
                registry,
                provisioning,
                new TenantLife(registry),
                new TenantErasure(registry, rows, directory, programs),
                new TenantUsage(rows, requests),
                packages);
    }

    @Bean
    DemoTenant demoTenant(
            Provisioning provisioning,
            CrmPackages packages,
            IdentityDirectory directory,
            RecordUsers users) {
        return new DemoTenant(provisioning, packages, users, new Members(directory, users));
    }
}
