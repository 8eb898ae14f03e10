package kith.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.permission.ObjectRight;
import kith.metadata.problem.ProblemException;
import kith.runtime.tenant.Tenant;
import kith.runtime.tenant.TenantStatus;
import kith.runtime.testing.SampleCatalog;
import org.junit.jupiter.api.Test;

class MemberAccessTest {

    private static final Catalog CATALOG = SampleCatalog.read("/read-cases/catalog.yaml");
    private static final ObjectType OF_MEMBERS = CATALOG.require("Account");
    private static final ObjectType OF_ADMINISTRATORS = CATALOG.require("User");
    private final Access access = new MemberAccess();

    @Test
    void letsMembersReadEverything() {
        assertThat(access.rows(caller(false), OF_ADMINISTRATORS)).isEqualTo(RowFilter.EVERYTHING);
        assertThat(OF_ADMINISTRATORS.fields())
                .allMatch(field -> access.mayRead(caller(false), field));
    }

    @Test
    void letsMembersWriteWhatIsTheirs() {
        assertThatCode(() -> access.require(caller(false), ObjectRight.UPDATE, OF_MEMBERS))
                .doesNotThrowAnyException();
        assertThatThrownBy(
                        () -> access.require(caller(false), ObjectRight.UPDATE, OF_ADMINISTRATORS))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused ->
                                assertThat(refused.problems().getFirst().code())
                                        .isEqualTo(AccessProblem.WRITE_FORBIDDEN));
    }

    @Test
    void letsAdministratorsWriteEverything() {
        assertThatCode(() -> access.require(caller(true), ObjectRight.UPDATE, OF_ADMINISTRATORS))
                .doesNotThrowAnyException();
    }

    private static Caller caller(boolean isAdministrator) {
        Tenant tenant =
                new Tenant(
                        7,
                        "acme",
                        "Acme",
                        TenantStatus.ACTIVE,
                        Currency.getInstance("EUR"),
                        ZoneId.of("UTC"),
                        Locale.ENGLISH);
        return new Caller(tenant, Optional.empty(), isAdministrator, Caller.Origin.API);
    }
}
