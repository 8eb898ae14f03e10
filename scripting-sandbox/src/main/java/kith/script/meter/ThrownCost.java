package kith.script.meter;

/** What an exception costs that a rule, or the library for it, caught: it notes all calls. */
public final class ThrownCost {

    private static final int COST = 20;
    private static final int BYTES = 2_500;
    private static final int BYTES_A_CALL = 64;

    private ThrownCost() {}

    public static void charge(Meter meter) {
        meter.tick(COST);
        meter.allocate(BYTES + (long) BYTES_A_CALL * meter.depth());
    }
}
