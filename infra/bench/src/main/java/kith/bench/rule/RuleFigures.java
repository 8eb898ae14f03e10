package kith.bench.rule;

import java.util.List;

/**
 * What was measured of rules.
 *
 * @param costs a rule at a time
 * @param here batches where rules run in the server
 * @param elsewhere batches where they run in processes of their own
 * @param rollUps sums over many records
 */
record RuleFigures(
        RuleCosts costs, Batches here, Batches elsewhere, RollUpFilters.Figures rollUps) {

    /**
     * Records a second of each request, the two kinds one after the other.
     *
     * @param plain without rules
     * @param ruled with five
     */
    record Batches(List<Double> plain, List<Double> ruled) {}
}
