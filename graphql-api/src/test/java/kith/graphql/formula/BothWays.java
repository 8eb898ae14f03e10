package kith.graphql.formula;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/** What the API says by a stored formula and by the same one that is not, in one statement. */
final class BothWays {

    private static final String QUERY =
            """
            {
                list: deals(first: 200) { nodes { net expected place expectedPlace } }
                stored: deals(filter: {net: {gt: 25}}) { totalCount }
                computed: deals(filter: {expected: {gt: 25}}) { totalCount }
                storedPlace: deals(filter: {place: {eq: "R D1"}}) { totalCount }
                computedPlace: deals(filter: {expectedPlace: {eq: "R D1"}}) { totalCount }
                storedOrder: deals(orderBy: [{net: DESC}, {id: ASC}], first: 200) { nodes { id } }
                computedOrder: deals(orderBy: [{expected: DESC}, {id: ASC}], first: 200) { nodes { id } }
                storedSum: dealsAggregate { groups { sum { net } max { net } } }
                computedSum: dealsAggregate { groups { sum { expected } max { expected } } }
                storedGroups: dealsAggregate(groupBy: [{path: ["place"], as: "by"}], first: 1000) { groups { keys count } }
                computedGroups: dealsAggregate(groupBy: [{path: ["expectedPlace"], as: "by"}], first: 1000) { groups { keys count } }
            }
            """;

    private BothWays() {}

    static void compare(FormulaNode at) {
        JsonNode answer = at.answer(QUERY);
        if (isLate(answer)) {
            return;
        }
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        JsonNode found = answer.get("data");
        assertThat(found.at("/list/nodes")).isNotEmpty();
        found.at("/list/nodes")
                .forEach(deal -> {
                    compareValues(deal);
                    assertThat(deal.get("place")).isEqualTo(deal.get("expectedPlace"));
                });
        assertThat(found.get("stored")).isEqualTo(found.get("computed"));
        assertThat(found.get("storedPlace")).isEqualTo(found.get("computedPlace"));
        assertThat(found.get("storedOrder")).isEqualTo(found.get("computedOrder"));
        assertThat(found.get("storedSum").toString())
                .isEqualTo(found.get("computedSum").toString().replace("expected", "net"));
        assertThat(found.get("storedGroups")).isEqualTo(found.get("computedGroups"));
    }

    static void compareValues(JsonNode deal) {
        assertThat(deal.get("net")).isEqualTo(deal.get("expected"));
    }

    /** Whether the catalog changed so often that the request was given up. */
    private static boolean isLate(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString("").equals("CATALOG_CHANGING");
    }
}
