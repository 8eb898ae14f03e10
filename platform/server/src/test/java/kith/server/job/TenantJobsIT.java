package kith.server.job;

import static kith.server.testing.HttpSteps.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import kith.runtime.registry.TenantRegistry;
import kith.server.testing.TenantSteps;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every tenant is kept tidy by jobs that come back. */
class TenantJobsIT {

    private static final Duration SOON = Duration.ofSeconds(90);

    private final TestServer server = TestServer.shared();
    private final TenantSteps tenants = server.tenants();

    @Test
    void makesTheJobsOfATenantAndDoesThem() throws SQLException {
        String token = server.tenant("jobs-made");
        TestServer.await("the jobs", SOON, () -> jobs("jobs-made").size() == 6);
        assertThat(jobs("jobs-made").valueStream().map(job -> job.path("kind").asString()))
                .containsExactlyInAnyOrder(
                        "audit.seal",
                        "removedValues.purge",
                        "keptAnswers.expire",
                        "changeStream.expire",
                        "ruleLog.expire",
                        "finishedJobs.forget");

        becomeDue("jobs-made");

        TestServer.await(
                "the first runs",
                SOON,
                () ->
                        jobs("jobs-made")
                                .valueStream()
                                .allMatch(job ->
                                        job.path("state").asString().equals("WAITING")
                                                && !job.path("finishedAt").isNull()));
        assertThat(jobs("jobs-made").valueStream()).allMatch(job -> job.path("problem").isNull());
        JsonNode own = json(tenants.metadata(token, "{ jobs { nodes { kind message } } }"));
        assertThat(own.at("/data/jobs/nodes").size()).isEqualTo(6);
    }

    private JsonNode jobs(String slug) {
        return tenants.operator(
                        "{ jobs(tenant: \"%s\") { nodes { tenant kind state problem finishedAt } } }"
                                .formatted(slug))
                .at("/data/jobs/nodes");
    }

    private void becomeDue(String slug) throws SQLException {
        int key =
                server.part(TenantRegistry.class)
                        .find(slug)
                        .blockOptional()
                        .orElseThrow()
                        .tenant()
                        .key();
        try (Connection connection =
                        DriverManager.getConnection(
                                server.database().jdbcUrl(),
                                server.database().ownerUser(),
                                server.database().ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("set kith.tenant = '" + key + "'");
            statement.execute("update work set due_at = now() - interval '1 minute'");
        }
    }
}
