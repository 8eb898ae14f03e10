package kith.bench.tenant;

import java.util.List;

/** What came of a run. */
record TenantFigures(
        List<Round> rounds,
        List<Round> fieldRounds,
        ColdStarts.Times customizedStarts,
        ColdStarts.Times plainStarts,
        List<Double> newFields,
        TenantHeap.Kept heap,
        long failures) {

    /**
     * One load.
     *
     * @param companies over which its requests were spread
     * @param median in milliseconds, as is the slowest hundredth
     * @param server processor time a request in milliseconds, as is that of the database
     * @param foreign cores that other programs took meanwhile
     */
    record Round(
            int companies,
            double perSecond,
            double median,
            double slowestHundredth,
            double server,
            double database,
            double foreign) {}
}
