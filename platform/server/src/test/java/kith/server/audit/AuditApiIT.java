package kith.server.audit;

import static kith.server.testing.HttpSteps.code;
import static kith.server.testing.HttpSteps.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kith.server.testing.BrowserSteps;
import kith.server.testing.TenantSteps;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuditApiIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final TestServer server = TestServer.shared();
    private final TenantSteps tenants = server.tenants();

    @Test
    void notesSignIns() {
        String admin = server.tenant("audited-signs");
        new BrowserSteps(server.http(), "admin@audited-signs.localhost").signIn("/");
        TestServer.await("the entry", SOON, () -> has(admin, "SIGN_IN"));
    }

    @Test
    void notesReadsOfVeryManyRecords() {
        String admin = server.tenant("audited-reads");
        tenants.data(admin, "{ users(first: 10) { nodes { id } } }");
        tenants.data(admin, "{ users(first: 1000) { nodes { id } } }");
        TestServer.await("the entry", SOON, () -> has(admin, "MASS_READ"));
        assertThat(entries(admin, "MASS_READ").size()).isEqualTo(1);
    }

    @Test
    void notesChangesOfProgramsMetadataAndAccess() {
        String admin = server.tenant("audited-changes");
        tenants.metadata(
                admin,
                "mutation { createObject(input: { name: \"Deal\", label: \"Deal\", pluralLabel: \"Deals\" }) { name } }");
        tenants.metadata(admin, "mutation { createApiClient(name: \"Shop\") { secret } }");
        assertThat(entries(admin, "API_CLIENT").at("/0/detail").asString())
                .contains("Shop", "created");
        assertThat(entries(admin, "API_CLIENT").at("/0/actor/name").asString()).isNotEmpty();
        assertThat(entries(admin, "METADATA").size()).isPositive();
        assertThat(entries(admin, "ACCESS").size()).isPositive();
        JsonNode verified =
                json(tenants.metadata(
                                admin,
                                "mutation { verifyAudit { entries erased head isIntact problem } }"))
                        .at("/data/verifyAudit");
        assertThat(verified.path("isIntact").asBoolean()).as(verified.toString()).isTrue();
        assertThat(verified.path("entries").asLong()).isGreaterThan(2);
    }

    @Test
    void goesWithItsTenant() {
        String admin = server.tenant("audited-ended");
        assertThat(entries(admin, "ACCESS").size()).isPositive();
        assertThat(
                        tenants.operator(
                                        """
                                        mutation { deleteTenant(slug: "audited-ended",
                                            confirm: "audited-ended") { proof } }
                                        """)
                                .at("/data/deleteTenant/proof")
                                .asString())
                .contains("audit_entry ", "audit_link ");
    }

    @Test
    void refusesPagesThatAreNone() {
        String admin = server.tenant("audited-signs");
        assertThat(code(tenants.metadata(admin, "{ auditEntries(first: 0) { nodes { id } } }")))
                .isEqualTo("ARGUMENT_INVALID");
    }

    private boolean has(String token, String kind) {
        return !entries(token, kind).isEmpty();
    }

    private JsonNode entries(String token, String kind) {
        return json(tenants.metadata(
                        token,
                        "{ auditEntries(kind: %s) { nodes { id at subject origin detail position actor { name } } } }"
                                .formatted(kind)))
                .at("/data/auditEntries/nodes");
    }
}
