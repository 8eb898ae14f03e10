package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleCatalog;
import kith.graphql.testing.SampleTenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The cases of {@code read}: requests for records of the sample. */
class ReadCasesIT {

    private static final Path FOLDERS = Path.of("src/test/resources/kith/graphql/read");

    private static SampleTenant sample;

    @BeforeAll
    static void start() {
        sample = SampleTenant.fresh("read_cases");
        run("/kith/graphql/deals.graphql");
        run("/kith/graphql/changes.graphql");
        var other = sample.runtime().tenant("other", 1);
        sample.runtime()
                .asOwner(
                        other,
                        """
                        insert into record (tenant, object, id, version, name, created_at, updated_at)
                        values (%d, %d, '01900000-0000-7000-8000-0000000000ee', 1, 'Secret', now(), now())
                        """
                                .formatted(
                                        other.key(),
                                        SampleCatalog.standard().require("Account").key()));
    }

    private static void run(String mutation) {
        JsonNode answer =
                sample.json(sample.ada(), Requests.post(SampleCatalog.resource(mutation)));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
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

    /** From the third time on a query may come without being bound and planned. */
    @ParameterizedTest
    @MethodSource("cases")
    void answersTheSameByTheSameStatementWhenAskedAgain(ReadCase each) throws IOException {
        each.answersTheSameByTheSameStatementWhenAskedAgain(sample);
    }
}
