package kith.graphql.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import kith.graphql.testing.Requests;
import kith.runtime.access.Caller;
import kith.runtime.job.JobKind;
import kith.runtime.job.JobRun;
import kith.runtime.job.JobStep;
import kith.runtime.job.SavedStep;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Administrators look after their tenant's jobs. */
class MetadataJobsIT {

    private static RuntimeDatabase runtime;

    private MetadataTenant metadata;

    @BeforeAll
    static void start() {
        runtime = RuntimeDatabase.fresh("metadata_jobs");
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @BeforeEach
    void makeTenant() {
        metadata = new MetadataTenant(runtime);
    }

    @Test
    void listsAndCancelsJobs() {
        UUID id =
                metadata.jobs()
                        .enqueue(metadata.administrator(), new Report(), new Report.About("all"))
                        .blockOptional()
                        .orElseThrow();

        JsonNode listed =
                metadata.data(
                        """
                        { jobs(state: WAITING, first: 1) { nodes { id kind state isRecurring progress total attempts
                            isCancelRequested problem message startedAt finishedAt } pageInfo { hasNextPage endCursor } } }
                        """);
        assertThat(listed)
                .isEqualTo(
                        MetadataTenant.json(
                                """
                                {"jobs":{"nodes":[{"id":"%s","kind":"test.report","state":"WAITING","isRecurring":false,
                                 "progress":0.0,"total":null,"attempts":0,"isCancelRequested":false,"problem":null,"message":null,
                                 "startedAt":null,"finishedAt":null}],"pageInfo":{"hasNextPage":false,"endCursor":null}}}
                                """
                                        .formatted(id)));
        assertThat(
                        metadata.data("mutation { cancelJob(id: \"%s\") { state } }".formatted(id))
                                .at("/cancelJob/state")
                                .asString())
                .isEqualTo("CANCELLED");
        assertThat(code(metadata.answer("mutation { cancelJob(id: \"%s\") { id } }".formatted(id))))
                .isEqualTo("JOB_NOT_CANCELLABLE");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(code(metadata.answer("mutation { cancelJob(id: \"7\") { id } }")))
                .isEqualTo("ARGUMENT_INVALID");
        assertThat(code(metadata.answer("{ jobs(first: 1000) { nodes { id } } }")))
                .isEqualTo("ARGUMENT_INVALID");
        assertThat(code(metadata.answer("{ jobs(after: \"x\") { nodes { id } } }")))
                .isEqualTo("INVALID_CURSOR");
    }

    @Test
    void isForAdministrators() {
        assertThat(code(answer(metadata.member(), "{ jobs { nodes { id } } }")))
                .isEqualTo("WRITE_FORBIDDEN");
    }

    private JsonNode answer(Caller caller, String query) {
        return Requests.json(
                Requests.answer(metadata.endpoint().handle(caller, Requests.post(query))));
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString(answer.toString());
    }

    /** A kind that only has to wait. */
    private static final class Report implements JobKind<Report.About> {

        @Override
        public String name() {
            return "test.report";
        }

        @Override
        public Class<About> payload() {
            return About.class;
        }

        @Override
        public Mono<SavedStep> step(JobRun<About> run) {
            return run.save(JobStep.last(1));
        }

        record About(String what) {}
    }
}
