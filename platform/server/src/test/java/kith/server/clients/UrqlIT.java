package kith.server.clients;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** urql, which subscribes by server-sent events. */
class UrqlIT {

    @TestFactory
    Stream<DynamicTest> urql() {
        return ClientSuite.of("urql");
    }
}
