package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.graphql.http.GraphqlRequest;
import kith.graphql.testing.SampleCatalog;
import kith.graphql.testing.SampleTenant;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.member.Visitor;
import kith.runtime.read.PostgresRecordReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** A query is compiled when it comes again, for all whose reads are planned alike. */
class CompiledQueriesIT {

    private static final String BY_ID =
            "query ($id: ID!) { account(id: $id) { id name contacts(first: 2) { nodes { name } } }"
                    + " }";
    private static final String ACME = "01900000-0000-7000-8000-0000000000b1";
    private static final String BOLT = "01900000-0000-7000-8000-0000000000b2";

    private static SampleTenant sample;
    private static PostgresRecordReader reader;
    private static Catalog catalog;

    private final DocumentCache documents = new DocumentCache();
    private CompiledQueries compiled;

    @BeforeAll
    static void start() {
        sample = SampleTenant.fresh("compiled_queries");
        reader = new PostgresRecordReader(sample.runtime().database(), new MemberAccess());
        catalog = SampleCatalog.standard();
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @BeforeEach
    void forget() {
        compiled =
                new CompiledQueries(
                        reader, new OperationBinder(Limits.STANDARD, Clock.systemUTC()));
    }

    @Test
    void waitsForTheSecondTime() {
        learn(sample.ada(), BY_ID, Map.of("id", ACME));
        assertThat(find(sample.ada(), BY_ID, Map.of("id", ACME))).isEmpty();

        learn(sample.ada(), BY_ID, Map.of("id", ACME));
        assertThat(find(sample.ada(), BY_ID, Map.of("id", ACME))).isPresent();
    }

    @Test
    void servesEveryIdAndEveryMember() {
        learnTwice(BY_ID, Map.of("id", ACME));
        learn(sample.grace(), BY_ID, Map.of("id", ACME));
        learn(sample.grace(), BY_ID, Map.of("id", ACME));

        assertThat(answer(sample.ada(), BY_ID, Map.of("id", ACME))).contains("\"Acme\"");
        assertThat(answer(sample.grace(), BY_ID, Map.of("id", BOLT))).contains("\"Bolt\"");
        assertThat(answer(sample.ada(), BY_ID, Map.of("id", UUID.randomUUID().toString())))
                .contains("\"account\" : null");
    }

    @Test
    void servesAnotherTenantOfTheSameCatalogWithItsOwnRecords() {
        learnTwice(BY_ID, Map.of("id", ACME));
        Caller stranger =
                new Caller(
                        sample.runtime().tenant("compiled-other", 1),
                        Optional.of(UUID.randomUUID()),
                        true,
                        Caller.Origin.API);

        assertThat(answer(stranger, BY_ID, Map.of("id", ACME))).contains("\"account\" : null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01900000-0000-7000-8000-0000000000B1", "x", ""})
    void leavesUnusualIdsToTheFullPath(String id) {
        learnTwice(BY_ID, Map.of("id", ACME));

        assertThat(find(sample.ada(), BY_ID, Map.of("id", id))).isEmpty();
    }

    @Test
    void servesEveryTextThatAFieldIsComparedWith() {
        String query =
                "query ($name: String!) { accounts(filter: { name: { eq: $name } }) { nodes { name"
                        + " } } }";
        learnTwice(query, Map.of("name", "Acme"));

        assertThat(answer(sample.ada(), query, Map.of("name", "Bolt")))
                .contains("\"Bolt\"")
                .doesNotContain("\"Acme\"");
        assertThat(answer(sample.ada(), query, Map.of("name", "' or true --")))
                .contains("\"nodes\" : []");
        assertThat(find(sample.ada(), query, Map.of("name", ""))).isEmpty();
        assertThat(find(sample.ada(), query, Map.of())).isEmpty();
        assertThat(statement(sample.ada(), query, Map.of("name", 5))).isEmpty();
        assertThat(statement(sample.ada(), query, Map.of("name", "a\0b"))).isEmpty();
    }

    @Test
    void servesAListThatIsCountedAsWell() {
        String query =
                "query ($name: String!) { accounts(filter: { name: { eq: $name } }) { totalCount"
                        + " nodes { name } } }";
        learnTwice(query, Map.of("name", "Acme"));

        assertThat(answer(sample.ada(), query, Map.of("name", "Bolt")))
                .contains("\"Bolt\"", "\"totalCount\" : 1")
                .doesNotContain("\"Acme\"");
    }

    @Test
    void servesEveryValueWithinAFilter() {
        String query =
                "query ($filter: AccountFilter) { accounts(filter: $filter) { nodes { name } } }";
        learnTwice(query, Map.of("filter", named("Acme")));

        assertThat(answer(sample.ada(), query, Map.of("filter", named("Bolt"))))
                .contains("\"Bolt\"")
                .doesNotContain("\"Acme\"");
        assertThat(find(sample.ada(), query, Map.of("filter", Map.of("not", named("Acme")))))
                .isEmpty();
        assertThat(
                        find(
                                sample.ada(),
                                query,
                                Map.of("filter", Map.of("name", Map.of("ne", "Acme")))))
                .isEmpty();
    }

    @Test
    void leavesValuesThatNeedAnotherStatementToTheFullPath() {
        String query =
                "query ($least: Int!) { accounts(filter: { employees: { gte: $least } }) {"
                        + " totalCount } }";
        learnTwice(query, Map.of("least", 1));

        assertThat(statement(sample.ada(), query, Map.of("least", 1000))).isPresent();
        assertThat(statement(sample.ada(), query, Map.of("least", "1000"))).isEmpty();
    }

    @Test
    void keepsVariablesApartThatDecideMoreThanAComparison() {
        String query =
                "query ($name: String!, $first: Int) { accounts(first: $first, filter: { name: {"
                        + " eq: $name } }) { nodes { name } } search(text: $name) { nodes {"
                        + " __typename } } }";
        learnTwice(query, Map.of("name", "Acme", "first", 5));

        assertThat(find(sample.ada(), query, Map.of("name", "Bolt", "first", 5))).isEmpty();
        assertThat(find(sample.ada(), query, Map.of("name", "Acme", "first", 6))).isEmpty();
    }

    @Test
    void keepsAnIdInTextApart() {
        String query =
                "query ($id: ID!) { accounts(filter: { owner: { id: { eq: $id } } }) { nodes { name"
                        + " } } }";
        learnTwice(query, Map.of("id", SampleTenant.ADA.toString()));

        assertThat(answer(sample.ada(), query, Map.of("id", SampleTenant.ADA.toString())))
                .contains("\"Acme\"");
        assertThat(answer(sample.ada(), query, Map.of("id", SampleTenant.GRACE.toString())))
                .contains("\"Bolt\"")
                .doesNotContain("\"Acme\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ me { user { name } tenant { slug } } }",
                "{ accounts(filter: { founded: { relative: \"THIS_YEAR\" } }) { totalCount } }",
                "{ __schema { queryType { name } } }",
                "{ __typename }"
            })
    void doesNotCompileWhatDependsOnTheCallerTheMomentOrNoRecords(String query) {
        learnTwice(query, Map.of());

        assertThat(find(sample.ada(), query, Map.of())).isEmpty();
    }

    @Test
    void doesNotServeAnotherCatalog() {
        learnTwice(BY_ID, Map.of("id", ACME));
        Catalog other = new Catalog(2, "another", catalog.components(), catalog.objects());

        assertThat(compiled.find(sample.ada(), other, request(BY_ID, Map.of("id", ACME))))
                .isEmpty();
    }

    private void learnTwice(String query, Map<String, Object> variables) {
        learn(sample.ada(), query, variables);
        learn(sample.ada(), query, variables);
    }

    private void learn(Caller caller, String query, Map<String, Object> variables) {
        PreparedDocument document = documents.prepared(catalog, request(query, variables)).block();
        if (document == null) {
            throw new AssertionError("not prepared: " + query);
        }
        compiled.learn(caller, catalog, document, request(query, variables));
    }

    private Optional<CompiledQuery.Use> find(
            Caller caller, String query, Map<String, Object> variables) {
        return compiled.find(caller, catalog, request(query, variables));
    }

    private Optional<Mono<byte[]>> statement(
            Caller caller, String query, Map<String, Object> variables) {
        CompiledQuery.Use use = find(caller, query, variables).orElseThrow();
        return reader.read(new Visitor.Known(caller), catalog, use.template(), use.given());
    }

    private String answer(Caller caller, String query, Map<String, Object> variables) {
        CompiledQuery.Use use = find(caller, query, variables).orElseThrow();
        byte[] records =
                reader.read(new Visitor.Known(caller), catalog, use.template(), use.given())
                        .orElseThrow()
                        .block();
        StringBuilder text = new StringBuilder();
        List<byte[]> chunks =
                use.answer(records == null ? new byte[0] : records, CostMeter.UNLIMITED);
        chunks.forEach(
                chunk -> text.append(new String(chunk, java.nio.charset.StandardCharsets.UTF_8)));
        return text.toString();
    }

    private static Map<String, Object> named(String name) {
        return Map.of("name", Map.of("eq", name));
    }

    private static GraphqlRequest request(String query, Map<String, Object> variables) {
        return new GraphqlRequest(
                query, Optional.empty(), variables, false, Optional.empty(), "trace");
    }
}
