package kith.server.clients;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The audits of the specification GraphQL over HTTP, at each endpoint. */
class GraphqlHttpAuditIT {

    @TestFactory
    Stream<DynamicTest> audit() {
        return ClientSuite.of("audit");
    }
}
