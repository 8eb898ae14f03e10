package kith.server.clients;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kith.server.testing.TenantSteps;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tests that use one client, written for Node's own test runner: {@code
 * src/test/clients/NAME/NAME.test.mjs}.
 */
final class ClientSuite {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TENANT = "clients";

    private ClientSuite() {}

    /** Runs the suite; each of its tests fails with what the client said. */
    static Stream<DynamicTest> of(String name) {
        Command ended =
                Command.run(
                        List.of(
                                "node",
                                "--test-reporter=./reporter.mjs",
                                Path.of(name, name + ".test.mjs").toString()),
                        ClientPackages.folder(),
                        environment());
        List<JsonNode> results =
                ended.output()
                        .lines()
                        .filter(line -> line.startsWith("{\"test\":"))
                        .map(JSON::readTree)
                        .toList();
        if (results.isEmpty()) {
            throw new AssertionError("no test ran: " + ended);
        }
        return results.stream().map(result -> test(result, ended));
    }

    private static DynamicTest test(JsonNode result, Command ended) {
        return DynamicTest.dynamicTest(
                result.path("test").asString(),
                () -> {
                    if (!result.path("problem").isNull()) {
                        throw new AssertionError(
                                "%s: %s%n%s"
                                        .formatted(
                                                result.path("test").asString(),
                                                result.path("problem").asString(),
                                                ended.notes()));
                    }
                });
    }

    private static Map<String, String> environment() {
        TestServer server = TestServer.shared();
        TenantSteps tenants = server.tenants();
        tenants.provisioned(TENANT, "northwind");
        return Map.of(
                "KITH_URL", server.url().toString(),
                "KITH_TOKEN", tenants.token("admin@" + TENANT + ".localhost", TENANT),
                "KITH_OPERATOR_TOKEN", tenants.operatorToken());
    }
}
