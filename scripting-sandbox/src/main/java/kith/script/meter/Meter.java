package kith.script.meter;

import java.util.function.LongSupplier;
import kith.script.Limits;
import kith.script.ScriptFailure.LimitName;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of one transaction have spent and may still spend. One meter serves all rules of a
 * transaction, one after the other or nested, on one thread at a time.
 *
 * <p>{@link #enter}, {@link #exit}, {@link #tick}, {@link #depth} and {@link #caught} are called by
 * code woven into rules; a rule itself can name none of them. Once a limit is exceeded the meter
 * stays exhausted: every later call throws the same error, whatever the rule caught.
 */
public final class Meter {

    /** Fuel between two looks at the clock. */
    private static final int CHUNK = 1024;

    private static final int ENTER_COST = 4;
    private static final int CATCH_COST = 20;

    private static final ThreadLocal<@Nullable Meter> CURRENT = new ThreadLocal<>();

    private final Limits limits;
    private final LongSupplier nanoTime;

    /** The part of the fuel that is counted down without further checks. */
    private int chunk;

    /** The fuel beside the chunk. */
    private long rest;

    private long allocationLeft;
    private long wallNanosLeft;
    private long startedAt;
    private int depth;
    private int nesting;
    private int queriesLeft;
    private int queryRowsLeft;
    private int writesLeft;
    private int logLinesLeft;
    private long fuelAtExhaustion;
    private volatile boolean isCancelled;
    private @Nullable LimitError exhaustion;

    public Meter(Limits limits) {
        this(limits, System::nanoTime);
    }

    Meter(Limits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.rest = limits.fuel();
        this.allocationLeft = limits.allocationBytes();
        this.wallNanosLeft = limits.wallTime().toNanos();
        this.queriesLeft = limits.queries();
        this.queryRowsLeft = limits.queryRows();
        this.writesLeft = limits.writes();
        this.logLinesLeft = limits.logLines();
    }

    /** The meter of the rule that runs on this thread. */
    public static Meter current() {
        var meter = CURRENT.get();
        if (meter == null) {
            throw new IllegalStateException("no rule is running on this thread");
        }
        return meter;
    }

    /** The meter of the rule that runs on this thread, {@code null} where none does. */
    public static @Nullable Meter running() {
        return CURRENT.get();
    }

    /** Starts a rule on this thread; every start needs its {@link #finish}. */
    public int start() {
        if (nesting == 0) {
            startedAt = nanoTime.getAsLong();
            CURRENT.set(this);
        } else if (nesting >= limits.ruleNesting()) {
            throw exhaust(
                    LimitName.RULE_NESTING,
                    "more than %d rules set off one another".formatted(limits.ruleNesting()));
        }
        nesting++;
        return depth;
    }

    /** Ends the rule begun by the {@link #start} that returned this depth. */
    public void finish(int depthAtStart) {
        depth = depthAtStart;
        nesting--;
        if (nesting == 0) {
            wallNanosLeft -= nanoTime.getAsLong() - startedAt;
            CURRENT.remove();
        }
    }

    /** Stops the rule from another thread at its next step. */
    public void cancel() {
        isCancelled = true;
    }

    public long fuelLeft() {
        return exhaustion == null ? rest + chunk : fuelAtExhaustion;
    }

    public long allocationLeft() {
        return Math.max(0, allocationLeft);
    }

    public int queriesLeft() {
        return queriesLeft;
    }

    public int queryRowsLeft() {
        return queryRowsLeft;
    }

    public int writesLeft() {
        return writesLeft;
    }

    /** Woven in at the start of each method of a rule. */
    public static Meter enter() {
        var meter = current();
        if (++meter.depth > meter.limits.callDepth()) {
            throw meter.exhaust(
                    LimitName.CALL_DEPTH,
                    "calls are nested more than %d deep".formatted(meter.limits.callDepth()));
        }
        meter.tick(ENTER_COST);
        return meter;
    }

    /** Woven in where a method of a rule returns. */
    public void exit() {
        depth--;
    }

    /** The depth of the method that was just entered. */
    public int depth() {
        return depth;
    }

    /** Woven in at each jump backwards. */
    public void tick(int cost) {
        chunk -= cost;
        if (chunk < 0) {
            refill();
        }
    }

    /**
     * Woven in at the start of each handler of a rule, {@code finally} included: hands on what no
     * rule may swallow.
     */
    public void caught(Throwable thrown, int depthOfMethod) {
        depth = depthOfMethod;
        if (exhaustion != null) {
            throw exhaustion;
        }
        if (thrown instanceof LimitError limitError) {
            throw limitError;
        }
        if (thrown instanceof StackOverflowError) {
            throw stackOverflow();
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        tick(CATCH_COST);
    }

    /** The error for a rule that ran out of stack before its depth was counted out. */
    public LimitError stackOverflow() {
        return exhaust(LimitName.CALL_DEPTH, "calls are nested too deeply");
    }

    /** Charges fuel for work that the library is about to do. */
    public void spend(long cost) {
        if (exhaustion != null) {
            throw exhaustion;
        }
        if (cost <= chunk) {
            chunk -= (int) Math.max(0, cost);
            return;
        }
        rest -= cost - chunk;
        chunk = 0;
        refill();
    }

    /** Charges bytes that the library is about to allocate. */
    public void allocate(long bytes) {
        if (exhaustion != null) {
            throw exhaustion;
        }
        allocationLeft -= bytes;
        if (allocationLeft < 0) {
            throw exhaust(LimitName.ALLOCATION, "more memory used than a rule may");
        }
    }

    public void countQuery() {
        if (--queriesLeft < 0) {
            throw exhaust(LimitName.QUERIES, "more than %d queries".formatted(limits.queries()));
        }
    }

    public void countQueryRows(int rows) {
        queryRowsLeft -= rows;
        if (queryRowsLeft < 0) {
            throw exhaust(
                    LimitName.QUERY_ROWS,
                    "more than %d records read".formatted(limits.queryRows()));
        }
    }

    public void countWrite() {
        if (--writesLeft < 0) {
            throw exhaust(
                    LimitName.WRITES, "more than %d records written".formatted(limits.writes()));
        }
    }

    /** Whether one more line of log may be kept. */
    public boolean takeLogLine() {
        if (logLinesLeft == 0) {
            return false;
        }
        logLinesLeft--;
        return true;
    }

    /** Ends the rule for good: the error to throw now, and from every later call. */
    public LimitError exhaust(LimitName limit, String message) {
        var error = exhaustion;
        if (error == null) {
            error = new LimitError(limit, message);
            fuelAtExhaustion = Math.max(0, rest + chunk);
            exhaustion = error;
            chunk = -1;
            rest = 0;
        }
        return error;
    }

    private void refill() {
        if (exhaustion != null) {
            throw exhaustion;
        }
        rest += chunk;
        chunk = 0;
        if (rest < 0) {
            throw exhaust(LimitName.FUEL, "more steps than a rule may take");
        }
        if (isCancelled) {
            throw exhaust(LimitName.CANCELLED, "the run was cancelled");
        }
        if (nanoTime.getAsLong() - startedAt > wallNanosLeft) {
            throw exhaust(LimitName.WALL_TIME, "more time taken than a rule may");
        }
        chunk = (int) Math.min(CHUNK, rest);
        rest -= chunk;
    }
}
