package kith.runtime.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.problem.ProblemException;
import kith.runtime.member.MemberLookup.Member;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MemberLookupIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final UUID ADA = UUID.fromString("01900000-0000-7000-8000-00000000000a");

    private static RuntimeDatabase runtime;
    private static MemberLookup members;

    @BeforeAll
    static void start() {
        runtime = RuntimeDatabase.fresh("member_lookup");
        members = new MemberLookup(runtime.database());
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

        assertThat(find(tenant, "account")).contains(new Member(ADA, true, true));
        assertThat(runtime.statements().dataCount()).isEqualTo(1);
    }

    @Test
    void takesWhatIsNotSaidForNo() {
        Tenant tenant = runtime.tenant("unsaid");
        addUser(tenant, "administrator", "false");

        assertThat(find(tenant, "account")).contains(new Member(ADA, false, false));
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

    private static Optional<Member> find(Tenant tenant, String identity) {
        return members.find(tenant, identity).blockOptional(PATIENCE);
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
