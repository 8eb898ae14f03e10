package kith.graphql.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.graphql.data.DataEndpoint;
import kith.graphql.http.GraphqlAnswer;
import kith.graphql.http.GraphqlHttpRequest;
import kith.graphql.schema.TypeNames;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.trace.TraceProblem;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The records that a filter of the data API means. The question goes the way of every query, so
 * that the filter means here what it means there.
 */
public final class Segments {

    private static final String JSON = "application/json";

    private final DataEndpoint data;

    public Segments(DataEndpoint data) {
        this.data = data;
    }

    Mono<List<UUID>> ids(
            Caller caller, Catalog catalog, ObjectType object, Object filter, int first) {
        String query =
                "query Segment($filter: %s, $first: Int) { list: %s(filter: $filter, first: $first) { nodes { id } } }"
                        .formatted(
                                TypeNames.filter(catalog, object),
                                object.definition().pluralName());
        byte[] body =
                JsonMapper.shared()
                        .writeValueAsBytes(
                                Map.of(
                                        "query",
                                        query,
                                        "variables",
                                        Map.of("filter", filter, "first", first)));
        GraphqlHttpRequest request =
                new GraphqlHttpRequest(
                        "POST", Optional.of(JSON), Optional.of(JSON), Map.of(), body, "segment");
        return data.handle(caller, request).map(Segments::ids);
    }

    private static List<UUID> ids(GraphqlAnswer answer) {
        StringBuilder text = new StringBuilder();
        answer.body().forEach(chunk -> text.append(new String(chunk, StandardCharsets.UTF_8)));
        JsonNode tree = JsonMapper.shared().readTree(text.toString());
        JsonNode error = tree.at("/errors/0/message");
        if (!error.isMissingNode()) {
            throw new ProblemException(
                    Problem.of(TraceProblem.TRIAL_INVALID, error.asString()).at("filter"));
        }
        List<UUID> ids = new ArrayList<>();
        tree.at("/data/list/nodes")
                .forEach(node -> ids.add(UUID.fromString(node.path("id").asString())));
        return ids;
    }
}
