package kith.server.clients;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** GraphQL Code Generator makes types that TypeScript compiles. */
class CodeGeneratorIT {

    @TestFactory
    Stream<DynamicTest> codegen() {
        return ClientSuite.of("codegen");
    }
}
