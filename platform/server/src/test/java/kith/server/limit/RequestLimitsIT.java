package kith.server.limit;

import static kith.server.testing.HttpSteps.code;
import static kith.server.testing.HttpSteps.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import kith.server.testing.TenantSteps;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.Test;

class RequestLimitsIT {

    private static final String USERS = "{ users(first: 20) { nodes { id } } }";
    private static final int MOST_REQUESTS = 200;

    private final TestServer server = TestServer.shared();
    private final TenantSteps tenants = server.tenants();

    @Test
    void tellsWhatIsLeft() {
        String token = server.tenant("limits-told");
        HttpResponse<String> answer = tenants.data(token, USERS);
        long remaining = json(answer).at("/extensions/cost/remaining").asLong();
        assertThat(remaining).isPositive();
        assertThat(answer.headers().firstValueAsLong("RateLimit-Remaining")).isPresent();
        assertThat(answer.headers().firstValueAsLong("RateLimit-Limit").orElseThrow())
                .isGreaterThan(remaining);
        for (int time = 0; time < 3; time++) {
            long cost = json(answer).at("/extensions/cost/request").asLong();
            long before = json(answer).at("/extensions/cost/remaining").asLong();
            answer = tenants.data(token, USERS);
            assertThat(json(answer).at("/extensions/cost/remaining").asLong())
                    .as("compiled or not")
                    .isLessThanOrEqualTo(before - cost);
        }
    }

    @Test
    void makesATenantWaitThatSpentItsMinuteAndNoOther() {
        String token = server.tenant(TestServer.SMALL_TENANT);
        HttpResponse<String> answer = tenants.data(token, USERS);
        for (int time = 0; time < MOST_REQUESTS && answer.statusCode() == 200; time++) {
            answer = tenants.data(token, USERS);
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(code(answer)).isEqualTo("BUDGET_SPENT");
        assertThat(json(answer).at("/errors/0/extensions/kind").asString()).isEqualTo("LIMIT");
        assertThat(json(answer).at("/errors/0/extensions/hint").asString()).contains("again");
        assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
        assertThat(tenants.metadata(token, "{ catalog { version } }").statusCode()).isEqualTo(429);
        assertThat(tenants.data(server.tenant("limits-told"), USERS).statusCode()).isEqualTo(200);
    }
}
