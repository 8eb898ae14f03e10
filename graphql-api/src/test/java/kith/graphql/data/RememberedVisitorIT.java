package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleCatalog;
import kith.graphql.testing.SampleTenant;
import kith.metadata.catalog.Catalog;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.AccessProblem;
import kith.runtime.access.Caller;
import kith.runtime.member.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Whoever is only remembered is told nothing before it is known that they may still come in. */
class RememberedVisitorIT {

    private static final String COMPILED = "{ tags { nodes { name } } }";
    private static final String IDENTITY = "account-of-ada";

    private SampleTenant sample;
    private long accessVersion;
    private final AtomicInteger lookUps = new AtomicInteger();
    private final AtomicInteger confirmations = new AtomicInteger();

    @BeforeEach
    void start() {
        sample = SampleTenant.fresh("remembered_visitors");
        user("text_2 = '" + IDENTITY + "', flag_1 = true, flag_2 = true");
        for (int time = 0; time < 3; time++) {
            sample.json(sample.ada(), Requests.post(COMPILED));
        }
        accessVersion =
                Long.parseLong(
                        sample.runtime()
                                .asOwner(
                                        sample.tenant(),
                                        "select coalesce(max(version), 0) from access_version where tenant = "
                                                + sample.tenant().key()));
        sample.statements().forget();
    }

    @AfterEach
    void stop() {
        sample.close();
    }

    @Test
    void servesACompiledQueryByOneStatementThatFindsThatTheMemberStillIs() {
        JsonNode answer = ask(sample.ada(), COMPILED);

        assertThat(answer.at("/data/tags/nodes").size()).isEqualTo(2);
        assertThat(sample.statements().dataCount()).isEqualTo(1);
        assertThat(lookUps).hasValue(0);
        assertThat(confirmations).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flag_1 = false",
                "flag_1 = null",
                "flag_2 = false",
                "flag_2 = null",
                "text_2 = 'another-account'",
                "text_2 = null",
                "deleted_at = now()"
            })
    void looksUpWhoIsNotAsRemembered(String change) {
        user(change);

        assertRefused(ask(sample.ada(), COMPILED));
    }

    @Test
    void looksUpWhereItHasChangedWhoMayDoWhat() {
        accessVersion--;

        assertRefused(ask(sample.ada(), COMPILED));
    }

    @Test
    void looksUpWhoIsNoUserAtAll() {
        Caller stranger =
                new Caller(
                        sample.tenant(), Optional.of(UUID.randomUUID()), true, Caller.Origin.API);

        assertRefused(ask(stranger, COMPILED));
        assertRefused(ask(Caller.platform(sample.tenant()), COMPILED));
    }

    @Test
    void looksUpWhereTheTenantDoesNotWork() {
        sample.runtime()
                .asOwner(
                        sample.tenant(),
                        "update tenant set status = 'SUSPENDED' where key = "
                                + sample.tenant().key());

        assertRefused(ask(sample.ada(), COMPILED));
    }

    @Test
    void looksUpWhereTheCatalogIsNewer() {
        Catalog known = SampleCatalog.standard();
        sample.advance(new Catalog(2, known.fingerprint(), known.components(), known.objects()));

        assertRefused(ask(sample.ada(), COMPILED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ tags { nodes { id name } } }",
                "{ __typename }",
                "{ __schema { queryType { name } } }",
                "{ me { tenant { slug } } }",
                "{ unknown }",
                "{ syntax",
                "mutation { createTag(data: { name: \"new\" }) { id } }",
                "mutation { __typename }"
            })
    void looksUpBeforeItSaysAnythingThatIsNotCompiled(String request) {
        JsonNode answer = ask(sample.ada(), request);

        assertRefused(answer);
        assertThat(sample.statements().dataCount()).isZero();
    }

    private void assertRefused(JsonNode answer) {
        assertThat(answer.at("/errors/0/extensions/code").asString())
                .as(answer.toString())
                .isEqualTo("WRITE_FORBIDDEN");
        assertThat(answer.path("data").isNull() || answer.path("data").isMissingNode()).isTrue();
        assertThat(lookUps.get()).isPositive();
        assertThat(confirmations).hasValue(0);
    }

    /** Whoever is looked up is refused. */
    private JsonNode ask(Caller caller, String query) {
        Visitor.Standing standing =
                new Visitor.Standing() {
                    @Override
                    public Mono<Caller> current() {
                        lookUps.incrementAndGet();
                        return Mono.error(
                                new ProblemException(
                                        Problem.of(AccessProblem.WRITE_FORBIDDEN, "looked up")));
                    }

                    @Override
                    public void confirm() {
                        confirmations.incrementAndGet();
                    }
                };
        return Requests.json(
                Requests.answer(
                        sample.endpoint()
                                .handle(
                                        new Visitor.Remembered(
                                                caller, IDENTITY, accessVersion, standing),
                                        Requests.post(query))));
    }

    private void user(String change) {
        sample.runtime()
                .asOwner(
                        sample.tenant(),
                        "update record set %s where tenant = %d and id = '%s'"
                                .formatted(change, sample.tenant().key(), SampleTenant.ADA));
    }
}
