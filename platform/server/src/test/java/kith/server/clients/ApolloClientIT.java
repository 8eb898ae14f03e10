package kith.server.clients;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Apollo Client: cache, pages, mutations, errors and subscriptions. */
class ApolloClientIT {

    @TestFactory
    Stream<DynamicTest> apollo() {
        return ClientSuite.of("apollo");
    }
}
