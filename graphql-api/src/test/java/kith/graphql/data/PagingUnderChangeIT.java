package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleTenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Pages stay right while records with the same keys come and go between them. */
class PagingUnderChangeIT {

    private static SampleTenant sample;

    @BeforeAll
    static void start() {
        sample = SampleTenant.fresh("paging_under_change");
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "own ascending       | [{ quantity: ASC }]                            | forward",
                "own descending      | [{ quantity: DESC }]                           | forward",
                "own backward        | [{ quantity: ASC }]                            | backward",
                "two keys            | [{ stage: DESC }, { quantity: ASC_NULLS_FIRST }] | forward",
                "related             | [{ account: { employees: ASC } }]              | forward",
                "related backward    | [{ account: { employees: DESC } }]             | backward"
            })
    void showsEachRecordThatStaysOnce(String round, String order, String direction) {
        String key = round.replace(" ", "");
        List<String> staying = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            staying.add(create(key + number, number));
        }
        List<String> coming = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        String cursor = "null";
        boolean hasMore = true;
        while (hasMore) {
            JsonNode page = page(key, order, direction, cursor);
            List<String> ids = page.at("/edges").findValuesAsString("id");
            seen.addAll(ids);
            boolean isForward = direction.equals("forward");
            hasMore =
                    page.at(isForward ? "/pageInfo/hasNextPage" : "/pageInfo/hasPreviousPage")
                            .asBoolean();
            cursor =
                    page.at(isForward ? "/pageInfo/endCursor" : "/pageInfo/startCursor").toString();
            coming.add(create(key + "new" + seen.size(), seen.size()));
            String standing = isForward ? ids.getLast() : ids.getFirst();
            if (seen.size() < 7) {
                mutate("mutation { deleteDeal(id: \"%s\") { id } }".formatted(standing));
            }
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(staying);
        assertThat(seen).isSubsetOf(Stream.concat(staying.stream(), coming.stream()).toList());
    }

    private static JsonNode page(String key, String order, String direction, String cursor) {
        String page =
                direction.equals("forward")
                        ? "first: 3, after: " + cursor
                        : "last: 3, before: " + cursor;
        JsonNode answer =
                sample.json(
                        sample.ada(),
                        Requests.post(
                                """
                                { deals(filter: { name: { startsWith: "%s" } }, orderBy: %s, %s) {
                                  edges { cursor node { id } }
                                  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }
                                """
                                        .formatted(key, order, page)));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/deals");
    }

    /** Few different keys, so that most records have the same. */
    private static String create(String name, int number) {
        String account =
                number % 3 == 2
                        ? "null"
                        : "{ externalKey: \"%s-1\" }".formatted(number % 3 == 0 ? "A" : "B");
        String quantity = number % 4 == 3 ? "null" : Integer.toString(number % 2);
        JsonNode made =
                mutate(
                        """
                        mutation { createDeal(data: { name: "%s", account: %s, quantity: %s, stage: "%s" }) { id } }
                        """
                                .formatted(
                                        name, account, quantity, number % 2 == 0 ? "Open" : "Won"));
        return made.at("/data/createDeal/id").asString();
    }

    private static JsonNode mutate(String mutation) {
        JsonNode answer = sample.json(sample.ada(), Requests.post(mutation));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer;
    }
}
