package kith.graphql.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kith.graphql.testing.SampleTenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code polymorphic/read}: requests for visits and what they are about. */
class PolymorphicReadCasesIT {

    private static final Path FOLDERS = Path.of("src/test/resources/kith/graphql/polymorphic/read");

    private static SampleTenant sample;

    @BeforeAll
    static void start() {
        sample = SampleTenant.withVisits("polymorphic_reads");
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    static List<ReadCase> cases() throws IOException {
        return ReadCase.in(FOLDERS);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsExpectedInOneStatement(ReadCase each) throws IOException {
        each.answersAsExpectedInOneStatement(sample);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersTheSameByTheSameStatementWhenAskedAgain(ReadCase each) throws IOException {
        each.answersTheSameByTheSameStatementWhenAskedAgain(sample);
    }
}
