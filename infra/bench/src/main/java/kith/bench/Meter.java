package kith.bench;

import kith.bench.process.ProcessTimes;
import kith.bench.result.Measurement;

/** Watches what a measurement takes of the machine. */
public record Meter(Reading atBegin, long server, long database, long driver) {

    /** Processor times so far. */
    private record Reading(
            double server, double database, double driver, double machine, long nanos) {
        static Reading of(long server, long database, long driver) {
            return new Reading(
                    server == 0 ? 0 : ProcessTimes.of(server),
                    ProcessTimes.ofFamily(database),
                    ProcessTimes.of(driver),
                    ProcessTimes.ofMachine(),
                    System.nanoTime());
        }
    }

    /**
     * Begins to watch.
     *
     * @param server its process, or 0 where there is none
     */
    public static Meter begin(long server, long database, long driver) {
        return new Meter(Reading.of(server, database, driver), server, database, driver);
    }

    public Measurement.Cost end(long requests, long megabytes) {
        Reading atEnd = Reading.of(server, database, driver);
        double ofServer = atEnd.server() - atBegin.server();
        double ofDatabase = atEnd.database() - atBegin.database();
        double ofDriver = atEnd.driver() - atBegin.driver();
        double ofMachine = atEnd.machine() - atBegin.machine();
        double seconds = (atEnd.nanos() - atBegin.nanos()) / 1e9;
        double perRequest = 1000.0 / Math.max(1, requests);
        return new Measurement.Cost(
                ofServer * perRequest,
                ofDatabase * perRequest,
                ofDriver * perRequest,
                Math.max(0, (ofMachine - ofServer - ofDatabase - ofDriver) / seconds),
                megabytes);
    }
}
