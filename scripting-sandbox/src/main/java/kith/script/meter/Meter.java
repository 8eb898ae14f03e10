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

    private static final String MUCH_MEMORY = "more memory used than a rule may";
    private static final int ENTER_COST = 4;

    private static final ThreadLocal<@Nullable Meter> CURRENT = new ThreadLocal<>();

    private final Limits limits;
    private final LongSupplier nanoTime;
    private final PortCounts counts;
    private final AllocationBackstop backstop;
    private final Cancellation cancellation = new Cancellation();

    /** The part of the fuel that is counted down without further checks. */
    private int chunk;

    /** The fuel beside the chunk. */
    private long rest;

    private long allocationLeft;
    private long wallNanosLeft;
    private long startedAt;
    private int depth;
    private int nesting;
    private long fuelAtExhaustion;
    private @Nullable LimitError exhaustion;

    public Meter(Limits limits) {
        this(limits, System::nanoTime);
    }

    /** A meter that goes on where another one, perhaps of another process, stands. */
    public Meter(Limits limits, Remaining left) {
        this(limits);
        take(remaining().atMost(left));
        wallNanosLeft = Math.min(wallNanosLeft, left.wallNanos());
    }

    Meter(Limits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.counts = new PortCounts(limits);
        this.backstop = new AllocationBackstop(limits);
        this.rest = limits.fuel();
        this.allocationLeft = limits.allocationBytes();
        this.wallNanosLeft = limits.wallTime().toNanos();
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
            backstop.start();
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
            backstop.finish();
            CURRENT.remove();
        }
    }

    /** Stops the rule from another thread at its next step. */
    public void cancel() {
        cancellation.cancel();
    }

    /** Where the rule runs elsewhere: what stops it there. At once if it was cancelled before. */
    public void whenCancelled(Runnable stop) {
        cancellation.whenCancelled(stop);
    }

    public Limits limits() {
        return limits;
    }

    public Remaining remaining() {
        long running = nesting == 0 ? 0 : nanoTime.getAsLong() - startedAt;
        return new Remaining(
                fuelLeft(),
                Math.max(0, allocationLeft),
                Math.max(0, wallNanosLeft - running),
                counts.queriesLeft(),
                counts.queryRowsLeft(),
                counts.writesLeft(),
                counts.logLinesLeft());
    }

    /** Counts what a rule spent that ran elsewhere; the time is counted here. */
    public void spendDownTo(Remaining left) {
        if (exhaustion == null) {
            take(remaining().atMost(left));
        }
    }

    private void take(Remaining left) {
        rest = left.fuel();
        chunk = 0;
        allocationLeft = left.allocationBytes();
        counts.take(left);
    }

    public long fuelLeft() {
        return exhaustion == null ? rest + chunk : fuelAtExhaustion;
    }

    public int queryRowsLeft() {
        return counts.queryRowsLeft();
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
        ThrownCost.charge(this);
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
            throw exhaust(LimitName.ALLOCATION, MUCH_MEMORY);
        }
    }

    public void countQuery() {
        exhaustIf(LimitName.QUERIES, counts.query());
    }

    public void countQueryRows(int rows) {
        exhaustIf(LimitName.QUERY_ROWS, counts.queryRows(rows));
    }

    public void countWrite() {
        exhaustIf(LimitName.WRITES, counts.write());
    }

    /** Whether one more line of log may be kept. */
    public boolean takeLogLine() {
        return counts.takeLogLine();
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

    /** What ended the rules of this transaction for good, {@code null} where nothing did. */
    public @Nullable LimitError exhaustion() {
        return exhaustion;
    }

    private void exhaustIf(LimitName limit, @Nullable String tooMuch) {
        if (tooMuch != null) {
            throw exhaust(limit, tooMuch);
        }
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
        if (cancellation.isCancelled()) {
            throw exhaust(LimitName.CANCELLED, "the run was cancelled");
        }
        if (nanoTime.getAsLong() - startedAt > wallNanosLeft) {
            throw exhaust(LimitName.WALL_TIME, "more time taken than a rule may");
        }
        if (backstop.isReached()) {
            throw exhaust(LimitName.ALLOCATION, MUCH_MEMORY);
        }
        chunk = (int) Math.min(CHUNK, rest);
        rest -= chunk;
    }
}
