package kith.bench.result;

import java.util.List;
import java.util.Map;
import kith.bench.work.Operation;

/**
 * What stands beside the figures.
 *
 * @param conditions name and value, in the order in which they are shown
 * @param products as they were measured
 * @param statements a request, by product and operation
 * @param absent what a product does not offer, in words
 */
public record RunFacts(
        Map<String, String> conditions,
        List<ProductFacts> products,
        Map<String, Map<Operation, Double>> statements,
        List<String> absent) {

    /** A product and its start. */
    public record ProductFacts(
            String key, String title, String version, double startSeconds, String startNote) {}
}
