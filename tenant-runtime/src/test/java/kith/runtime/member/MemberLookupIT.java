package kith.runtime.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Principals;
import kith.runtime.access.Rights;
import kith.runtime.access.StandardUser;
import kith.runtime.catalog.Catalogs;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.testing.SampleCatalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class MemberLookupIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final UUID ADA = UUID.fromString("01900000-0000-7000-8000-00000000000a");

    private static RuntimeDatabase runtime;
    private static MemberLookup members;

    @BeforeAll
    static void start() {
        runtime = RuntimeDatabase.fresh("member_lookup");
        members = new MemberLookup(runtime.database(), new OneCatalog(), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @Test
    void findsTheUserOfAnAccountByOneStatement() {
        Tenant tenant = runtime.tenant("found");
        addUser(tenant, "active, administrator", "true, true");
        runtime.statements().forget();

        assertThat(find(tenant, "account")).contains(member(true, true));
        assertThat(runtime.statements().dataCount()).isEqualTo(1);
    }

    @Test
    void tellsWhatTheUsersPermissionSetsSayUntilTheFirstExpires() {
        Tenant tenant = runtime.tenant("assigned");
        addUser(tenant, "active", "true");
        assign(tenant, "Reader", "now() + interval '1 hour'");
        assign(tenant, "Muted", "now() - interval '1 hour'");

        Member member = find(tenant, "account").orElseThrow();

        assertThat(member.rights())
                .isEqualTo(
                        Rights.of(
                                StandardUser.effective(
                                        OneCatalog.CATALOG.permissionSets(), Set.of("Reader"))))
                .isNotEqualTo(Rights.STANDARD);
        assertThat(member.until()).get().satisfies(until -> assertThat(until).isInTheFuture());
    }

    @Test
    void takesWhatIsNotSaidForNo() {
        Tenant tenant = runtime.tenant("unsaid");
        addUser(tenant, "administrator", "false");

        assertThat(find(tenant, "account")).contains(member(false, false));
    }

    @Test
    void findsNobodyOfAnotherAccountOrTenantOrInTheBin() {
        Tenant tenant = runtime.tenant("nobody");
        Tenant other = runtime.tenant("somebody");
        addUser(other, "active", "true");
        addUser(tenant, "active, deleted_at", "true, now()");

        assertThat(find(tenant, "account")).isEmpty();
        assertThat(find(other, "another")).isEmpty();
    }

    @Test
    void failsForATenantThatMayNotWork() {
        Tenant tenant = runtime.tenant("asleep");
        addUser(tenant, "active", "true");
        runtime.asOwner(
                tenant, "update tenant set status = 'SUSPENDED' where key = " + tenant.key());

        assertThatThrownBy(() -> find(tenant, "account"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("suspended");
    }

    private static Member member(boolean isActive, boolean isAdministrator) {
        return new Member(
                ADA,
                isActive,
                isAdministrator,
                isAdministrator ? Rights.ALL : Rights.STANDARD,
                Principals.NONE,
                0,
                Optional.empty());
    }

    private static final class OneCatalog implements Catalogs {

        private static final Catalog CATALOG = SampleCatalog.read("/access/catalog.yaml");

        @Override
        public Mono<Catalog> current(Tenant tenant) {
            return Mono.just(CATALOG);
        }

        @Override
        public Mono<Catalog> atLeast(Tenant tenant, long version) {
            return current(tenant);
        }
    }

    private static Optional<Member> find(Tenant tenant, String identity) {
        return members.find(tenant, identity).blockOptional(PATIENCE);
    }

    private static void assign(Tenant tenant, String permissionSet, String until) {
        runtime.asOwner(
                tenant,
                """
                insert into record (tenant, object, id, version, created_at, updated_at, ref_1, text_1, time_1)
                values (%d, 2, '%s', 1, now(), now(), '%s', '%s', %s)
                """
                        .formatted(tenant.key(), UUID.randomUUID(), ADA, permissionSet, until));
    }

    private static void addUser(Tenant tenant, String fields, String values) {
        runtime.asOwner(
                tenant,
                "insert into record (tenant, object, id, version, name, created_at, updated_at, text_2, "
                        + fields.replace("administrator", "flag_2").replace("active", "flag_1")
                        + ") values (%d, 1, '%s', 1, 'Ada', now(), now(), 'account', %s)"
                                .formatted(tenant.key(), ADA, values));
    }
}
