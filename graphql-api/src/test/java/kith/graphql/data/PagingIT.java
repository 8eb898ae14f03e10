package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleTenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PagingIT {

    private static SampleTenant sample;

    @BeforeAll
    static void start() {
        sample = SampleTenant.fresh("paging");
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{ name: DESC }]",
                "[{ employees: ASC_NULLS_FIRST }]",
                "[{ employees: DESC }, { founded: ASC }]",
                "[{ owner: { name: ASC } }, { revenue: DESC_NULLS_LAST }]"
            })
    void showsEachRecordOnceInBothDirections(String order) {
        List<String> forward = pages(order, "first: 1, after: $cursor", "endCursor", "hasNextPage");
        List<String> backward =
                pages(order, "last: 1, before: $cursor", "startCursor", "hasPreviousPage");
        Collections.reverse(backward);

        assertThat(forward).hasSize(4).doesNotHaveDuplicates().isEqualTo(backward);
    }

    private static List<String> pages(String order, String page, String cursor, String more) {
        List<String> names = new ArrayList<>();
        String variables = "{}";
        while (true) {
            JsonNode accounts =
                    sample.json(
                                    sample.ada(),
                                    Requests.post(
                                            """
                                            query ($cursor: String) { accounts(orderBy: %s, %s) {
                                              pageInfo { %s %s } edges { cursor node { name } } } }
                                            """
                                                    .formatted(order, page, cursor, more),
                                            variables))
                            .at("/data/accounts");
            accounts.get("edges").forEach(edge -> names.add(edge.at("/node/name").asString()));
            if (!accounts.at("/pageInfo/" + more).asBoolean()) {
                return names;
            }
            String position = accounts.at("/pageInfo/" + cursor).asString();
            assertThat(position).isEqualTo(accounts.at("/edges/0/cursor").asString());
            variables = "{\"cursor\":\"%s\"}".formatted(position);
        }
    }
}
