package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kith.graphql.http.GraphqlAnswer;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleTenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RefusalIT {

    private static SampleTenant sample;

    @BeforeAll
    static void start() {
        sample = SampleTenant.fresh("refusals");
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ accounts { | GRAPHQL_SYNTAX |",
                "{ acounts { totalCount } } | GRAPHQL_INVALID |",
                "{ accounts { nodes { nmae } } } | GRAPHQL_INVALID |",
                "{ accounts { nodes { name { x } } } } | GRAPHQL_INVALID |",
                "{ accounts(filter: { nam: { eq: \"x\" } }) { totalCount } } | GRAPHQL_INVALID |",
                "{ accounts(filter: { revenue: { eq: true } }) { totalCount } } | GRAPHQL_INVALID |",
                "{ accounts(orderBy: [{ name: ASC, revenue: ASC }]) { totalCount } } | GRAPHQL_INVALID |",
                "{ account { id } } | GRAPHQL_INVALID |",
                "subscription { accounts { totalCount } } | GRAPHQL_INVALID |",
                "query A { me { isAdministrator } } query B { me { isAdministrator } } | OPERATION_UNKNOWN |",
                "query ($f: AccountFilter!) { accounts(filter: $f) { totalCount } } | VARIABLE_INVALID |",
                "{ account(id: \"x\") { id } } | ID_MALFORMED | account,id",
                "{ x: accounts(first: 1001) { totalCount } } | PAGE_TOO_LARGE | x,first",
                "{ accounts(first: 0) { totalCount } } | PAGE_TOO_LARGE | accounts,first",
                "{ accounts(first: 1, last: 1) { totalCount } } | ARGUMENT_INVALID | accounts",
                "{ accounts(after: \"nonsense\") { totalCount } } | INVALID_CURSOR | accounts,after",
                "{ accounts { cappedCount(max: 0) } } | ARGUMENT_INVALID | accounts,cappedCount,max",
                "{ accounts(filter: { name: null }) { totalCount } } | ARGUMENT_INVALID | accounts,filter,name",
                "{ accounts(filter: { name: { eq: null } }) { totalCount } } | ARGUMENT_INVALID | accounts,filter,name,eq",
                "{ accounts(filter: { name: {} }) { totalCount } } | FILTER_EMPTY | accounts,filter,name",
                "{ accounts(filter: { contacts: {} }) { totalCount } } | FILTER_EMPTY | accounts,filter,contacts",
                "{ accounts(filter: { revenue: { gt: \"x\" } }) { totalCount } } | NUMBER_MALFORMED | accounts,filter,revenue,gt",
                "{ accounts(filter: { founded: { in: [\"2026-13-01\"] } }) { totalCount } } | DATE_MALFORMED | accounts,filter,founded,in,0",
                "{ accounts(filter: { industry: { eq: \"Teck\" } }) { totalCount } } | PICKLIST_VALUE_UNKNOWN | accounts,filter,industry,eq",
                "{ accounts(filter: { founded: { relative: \"SOON\" } }) { totalCount } } | PERIOD_UNKNOWN | accounts,filter,founded,relative",
                "{ accounts(filter: { founded: { between: [\"2026-01-01\"] } }) { totalCount } } | ARGUMENT_INVALID | accounts,filter,founded,between",
                "{ account(id: \"01900000-0000-7000-8000-0000000000b1\") { contacts(first: 5000) { totalCount } } } | PAGE_TOO_LARGE | account,contacts,first",
                "{ accounts(first: 1000) { nodes { contacts(first: 1000) { nodes { id } } } } } | QUERY_TOO_WIDE | accounts,nodes,contacts,nodes",
            })
    void refusesWithCodeAndPath(String query, String code, String path) {
        JsonNode error = answer(query).at("/errors/0");

        assertThat(error.at("/extensions/code").asString()).as(error.toString()).isEqualTo(code);
        assertThat(error.at("/extensions/traceId").asString()).isEqualTo(Requests.TRACE_ID);
        if (path != null) {
            assertThat(
                            error.get("path")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .collect(Collectors.joining(",")))
                    .isEqualTo(path);
        }
    }

    @Test
    void hintsAtTheNearestNameWithItsPlace() {
        JsonNode error = answer("{\n  accounts { nodes { revnue } }\n}").at("/errors/0");

        assertThat(error.at("/extensions/hint").asString()).isEqualTo("Did you mean `revenue`?");
        assertThat(error.at("/locations/0/line").asInt()).isEqualTo(2);
        assertThat(error.get("message").asString()).doesNotContain("Validation error");
    }

    @Test
    void tellsSeveralProblemsAtOnce() {
        JsonNode errors =
                answer(
                                "{ accounts(first: 2000, filter: { revenue: { gt: \"x\" }, founded: { lt: \"y\" } }) { totalCount } a: account(id: \"z\") { id } }")
                        .get("errors");

        assertThat(errors.findValuesAsString("code"))
                .containsExactlyInAnyOrder(
                        "PAGE_TOO_LARGE", "NUMBER_MALFORMED", "DATE_MALFORMED", "ID_MALFORMED");
    }

    @Test
    void stopsDeepQueries() {
        String query = "{ accounts { nodes " + "{ parent ".repeat(14) + "{ id }" + " }".repeat(14);

        assertThat(code(query + " } }")).isEqualTo("QUERY_TOO_DEEP");
    }

    @Test
    void stopsWideQueries() {
        String fields =
                IntStream.range(0, 60)
                        .mapToObj(number -> "a%d: accounts { totalCount }".formatted(number))
                        .collect(Collectors.joining(" "));

        assertThat(code("{ " + fields + " }")).isEqualTo("QUERY_TOO_WIDE");
    }

    @Test
    void stopsManyFieldsByFragments() {
        String fields =
                IntStream.range(0, 60)
                        .mapToObj(number -> "f%d: name".formatted(number))
                        .collect(Collectors.joining(" "));
        String roots =
                IntStream.range(0, 40)
                        .mapToObj(number -> "a%d: accounts { nodes { ...F } }".formatted(number))
                        .collect(Collectors.joining(" "));

        assertThat(code("{ %s } fragment F on Account { %s }".formatted(roots, fields)))
                .isEqualTo("QUERY_TOO_WIDE");
    }

    @Test
    void stopsDeepAndWideFilters() {
        String deep = "{ not: ".repeat(20) + "{ name: { eq: \"x\" } }" + " }".repeat(20);
        assertThat(code("{ accounts(filter: %s) { totalCount } }".formatted(deep)))
                .isEqualTo("QUERY_TOO_DEEP");

        String wide = String.join(",", Collections.nCopies(600, "{ name: { eq: \"x\" } }"));
        assertThat(code("{ accounts(filter: { or: [%s] }) { totalCount } }".formatted(wide)))
                .isEqualTo("QUERY_TOO_WIDE");
    }

    @Test
    void stopsEndlessDocuments() {
        assertThat(code("{ me { " + "isAdministrator ".repeat(20_000) + "} }"))
                .isEqualTo("DOCUMENT_TOO_LARGE");
    }

    @Test
    void stopsIntrospectionInBadFaith() {
        String nested =
                "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }";

        assertThat(answer(nested).has("errors")).isTrue();
    }

    @Test
    void answersToolsThatIntrospect() {
        JsonNode schema = answer(graphql.introspection.IntrospectionQuery.INTROSPECTION_QUERY);

        assertThat(schema.has("errors")).as(schema.toString()).isFalse();
        assertThat(schema.at("/data/__schema/types").findValuesAsString("name"))
                .contains("Account", "AccountFilter", "Decimal");
    }

    @Test
    void answersNullDataWhenTheReaderRefuses() {
        GraphqlAnswer answer =
                sample.answer(
                        sample.ada(), Requests.post("{ accounts(after: \"x\") { totalCount } }"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Requests.json(answer).get("data").isNull()).isTrue();
    }

    @Test
    void asksTheDatabaseNothingForAHealthCheck() {
        sample.statements().forget();

        assertThat(answer("{ __typename }").get("data").toString())
                .isEqualTo("{\"__typename\":\"Query\"}");
        assertThat(sample.statements().dataCount()).isZero();
    }

    private static String code(String query) {
        return answer(query).at("/errors/0/extensions/code").asString();
    }

    private static JsonNode answer(String query) {
        return sample.json(sample.ada(), Requests.post(query));
    }
}
