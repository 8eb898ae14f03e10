package kith.bench.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import kith.bench.data.MeasuredTenant;
import kith.bench.product.KithServer;
import tools.jackson.databind.JsonNode;

/** A million records that are summed up into those they belong to, and lists by these sums. */
final class RollUpFilters {

    static final int CHILDREN = 1_000_000;
    static final int PARENTS = 10_000;
    static final int REQUESTS = 500;

    private static final int BATCH = 10_000;
    private static final int WARM_UP = 300;
    private static final MeasuredTenant TENANT = MeasuredTenant.SHARED;
    private static final List<Map<String, Object>> COMPONENTS =
            List.of(
                    Map.of(
                            "kind", "Object",
                            "name", "Depot",
                            "label", "Depot",
                            "pluralLabel", "Depots"),
                    Map.of(
                            "kind", "Object",
                            "name", "Parcel",
                            "label", "Parcel",
                            "pluralLabel", "Parcels",
                            "search", false),
                    Map.of(
                            "kind", "Field",
                            "object", "Parcel",
                            "name", "depot",
                            "type", "lookup",
                            "target", "Depot",
                            "inverseName", "parcels"),
                    Map.of(
                            "kind", "Field",
                            "object", "Parcel",
                            "name", "weight",
                            "type", "number",
                            "digits", 9,
                            "decimals", 2),
                    Map.of(
                            "kind",
                            "Field",
                            "object",
                            "Depot",
                            "name",
                            "totalWeight",
                            "type",
                            "number",
                            "digits",
                            14,
                            "decimals",
                            2,
                            "indexed",
                            true,
                            "rollUp",
                            Map.of(
                                    "object", "Parcel",
                                    "through", "depot",
                                    "function", "sum",
                                    "of", "weight")));

    private final KithServer kith;
    private final Random random = new Random(7);

    RollUpFilters(KithServer kith) {
        this.kith = kith;
    }

    /**
     * What was measured.
     *
     * @param writesPerSecond children a second, in batches, while their sums were kept
     * @param median of the lists, in milliseconds
     * @param slowestTwentieth the 95th percentile, in milliseconds
     */
    record Figures(double writesPerSecond, double median, double slowestTwentieth) {}

    /** Makes the objects and the records, and lists the parents by their sums. */
    Figures measured() {
        JsonNode applied =
                answer(
                        "/graphql/metadata",
                        "mutation Apply($components: [JSON!]!) { applyMetadata(components:"
                                + " $components) { problems { path code message } } }",
                        Map.of("components", COMPONENTS));
        if (!applied.at("/data/applyMetadata/problems").isEmpty()) {
            throw new IllegalStateException("the objects were refused: " + applied);
        }
        List<String> depots = depots();
        long begun = System.nanoTime();
        for (int made = 0; made < CHILDREN; made += BATCH) {
            created(
                    "mutation Create($data: [ParcelCreateInput!]!) { createParcels(data: $data) { id } }",
                    "createParcels",
                    parcels(depots));
        }
        double writesPerSecond = CHILDREN / ((System.nanoTime() - begun) / 1e9);
        for (int request = 0; request < WARM_UP; request++) {
            listMicros();
        }
        long[] sorted = LongStream.generate(this::listMicros).limit(REQUESTS).sorted().toArray();
        return new Figures(
                writesPerSecond,
                sorted[REQUESTS / 2] / 1000.0,
                sorted[REQUESTS * 95 / 100] / 1000.0);
    }

    /** The first fifty depots above a weight that about half of them reach. */
    private long listMicros() {
        int weight = 5_000 + random.nextInt(100);
        long begun = System.nanoTime();
        JsonNode answer =
                answer(
                        "/graphql",
                        "query Heavy($weight: Decimal!) { depots(filter: { totalWeight: { gt: $weight } },"
                                + " orderBy: [{ totalWeight: ASC }], first: 50) { nodes { id name totalWeight } } }",
                        Map.of("weight", Integer.toString(weight)));
        long micros = (System.nanoTime() - begun) / 1000;
        if (answer.at("/data/depots/nodes").isEmpty()) {
            throw new IllegalStateException("no depots: " + answer);
        }
        return micros;
    }

    private List<String> depots() {
        List<Map<String, Object>> data = new ArrayList<>(PARENTS);
        for (int number = 0; number < PARENTS; number++) {
            data.add(Map.of("name", "Depot " + number));
        }
        return created(
                        "mutation Create($data: [DepotCreateInput!]!) { createDepots(data: $data) { id } }",
                        "createDepots",
                        data)
                .valueStream()
                .map(record -> record.path("id").asString())
                .toList();
    }

    private List<Map<String, Object>> parcels(List<String> depots) {
        List<Map<String, Object>> data = new ArrayList<>(BATCH);
        for (int number = 0; number < BATCH; number++) {
            data.add(
                    Map.of(
                            "name",
                            "Parcel",
                            "weight",
                            BigDecimal.valueOf(random.nextInt(10_000), 2),
                            "depot",
                            Map.of("id", depots.get(random.nextInt(PARENTS)))));
        }
        return data;
    }

    private JsonNode created(String query, String field, List<Map<String, Object>> data) {
        JsonNode made = answer("/graphql", query, Map.of("data", data)).at("/data/" + field);
        if (made.size() != data.size()) {
            throw new IllegalStateException(field + " made " + made.size() + " records");
        }
        return made;
    }

    private JsonNode answer(String path, String query, Map<String, Object> variables) {
        return kith.answer(kith.token(TENANT), path, query, variables);
    }
}
