package kith.server.identity;

import static kith.server.testing.HttpSteps.code;
import static kith.server.testing.HttpSteps.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kith.server.testing.TenantSteps;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever asks again and again is out within a second like everybody else. */
class LeavingMemberIT {

    private static final String USERS = "{ users { nodes { id active } } }";

    private final TestServer server = TestServer.shared();
    private final TenantSteps tenants = server.tenants();

    @Test
    void refusesADeactivatedMemberWhoseQueryIsCompiled() {
        String token = server.tenant("leaving-member");
        JsonNode users = json(tenants.data(token, USERS)).at("/data/users/nodes");
        for (int time = 0; time < 3; time++) {
            assertThat(code(tenants.data(token, USERS))).startsWith("none");
        }
        String deactivation =
                "mutation { updateUser(id: %s, data: { active: false }) { id } }"
                        .formatted(users.at("/0/id"));
        assertThat(code(tenants.data(token, deactivation))).startsWith("none");

        TestServer.await(
                "the refusal",
                Duration.ofSeconds(1),
                () -> code(tenants.data(token, USERS)).equals("USER_INACTIVE"));
    }
}
