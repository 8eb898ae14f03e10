package kith.server.clients;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Relay: its compiler takes the schema, its runtime the answers. */
class RelayIT {

    @TestFactory
    Stream<DynamicTest> relay() {
        return ClientSuite.of("relay");
    }
}
