package kith.bench.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import kith.bench.work.Operation;

/** All measurements of a run. */
public final class Measurements {

    private final List<Measurement> all = new ArrayList<>();
    private final Map<String, List<Double>> byHand = new LinkedHashMap<>();

    public void add(Measurement measurement) {
        all.add(measurement);
    }

    /**
     * The rows of the largest request, inserted by hand into the product's own tables.
     *
     * @param perSecond records
     */
    public void addByHand(String product, double perSecond) {
        byHand.computeIfAbsent(product, _ -> new ArrayList<>()).add(perSecond);
    }

    /** Records a second in the middle, by product. */
    Map<String, Double> byHand() {
        Map<String, Double> medians = new LinkedHashMap<>();
        byHand.forEach((product, all) ->
                medians.put(product, Statistics.median(all, perSecond -> perSecond)));
        return medians;
    }

    List<Measurement> of(Operation operation, int connections, String product) {
        return all.stream()
                .filter(each -> each.operation() == operation)
                .filter(each -> each.connections() == connections)
                .filter(each -> each.product().equals(product))
                .toList();
    }

    /** The median over the rounds. */
    double median(
            Operation operation,
            int connections,
            String product,
            ToDoubleFunction<Measurement> value) {
        return Statistics.median(of(operation, connections, product), value);
    }

    List<Operation> operations() {
        return all.stream().map(Measurement::operation).distinct().sorted().toList();
    }

    List<Integer> connections() {
        return all.stream().map(Measurement::connections).distinct().sorted().toList();
    }

    List<String> products() {
        return all.stream().map(Measurement::product).distinct().toList();
    }

    /** Cores that others took while this was measured, in the middle and at most. */
    String foreignCores() {
        double median = Statistics.median(all, each -> each.cost().foreignCores());
        double most = all.stream().mapToDouble(each -> each.cost().foreignCores()).max().orElse(0);
        return "%s in the middle, %s at most"
                .formatted(Statistics.shown(median), Statistics.shown(most));
    }

    long failures(String product) {
        return all.stream()
                .filter(each -> each.product().equals(product))
                .mapToLong(each -> each.speed().failures())
                .sum();
    }
}
