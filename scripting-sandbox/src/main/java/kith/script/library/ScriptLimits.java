package kith.script.library;

import kith.script.meter.Meter;

/** What the transaction's rules may still spend, as {@code limits}. */
public final class ScriptLimits {

    private final Meter meter;

    ScriptLimits(Meter meter) {
        this.meter = meter;
    }

    public long getFuelLeft() {
        return meter.fuelLeft();
    }

    public long getAllocationLeft() {
        return meter.remaining().allocationBytes();
    }

    public int getQueriesLeft() {
        return meter.remaining().queries();
    }

    public int getQueryRowsLeft() {
        return meter.queryRowsLeft();
    }

    public int getWritesLeft() {
        return meter.remaining().writes();
    }
}
