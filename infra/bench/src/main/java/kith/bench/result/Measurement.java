package kith.bench.result;

import kith.bench.work.Operation;

/**
 * One product under one load for a while.
 *
 * @param product its key
 * @param cost what it took of the machine
 */
public record Measurement(
        int round, Operation operation, int connections, String product, Speed speed, Cost cost) {

    /**
     * How fast it was.
     *
     * @param median and the slowest hundredth, in milliseconds
     * @param bytes of an answer's body
     */
    public record Speed(
            double perSecond,
            double median,
            double slowestHundredth,
            long count,
            long failures,
            long bytes) {}

    /**
     * Processor time in milliseconds a request, of the server, of PostgreSQL and of the load
     * driver; what others on the machine took at the same time in cores; memory of the server.
     */
    public record Cost(
            double server, double database, double driver, double foreignCores, long megabytes) {}
}
