package kith.script.library;

import kith.script.ScriptRecord;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/**
 * A record as a rule holds it. {@code record.amount} becomes {@link #read} and a cast, {@code
 * record.amount = x} becomes {@link #write}; the names are such that Groovy takes neither for a
 * property of its own.
 */
public final class ScriptObject implements Comparable<ScriptObject> {

    private static final int READ_COST = 4;
    private static final int WRITE_COST = 8;

    private final ScriptRecord record;
    private final boolean isWritable;
    private final RuleEnvironment environment;
    private final int index;
    private final @Nullable ScriptObject old;

    /** A record that the rule is not called for. */
    ScriptObject(ScriptRecord record, boolean isWritable, RuleEnvironment environment) {
        this(record, isWritable, environment, -1, null);
    }

    /**
     * @param index which of the records that the rule is called for
     * @param old the record as it was, {@code null} for a new one
     */
    ScriptObject(
            ScriptRecord record,
            boolean isWritable,
            RuleEnvironment environment,
            int index,
            @Nullable ScriptObject old) {
        this.record = record;
        this.isWritable = isWritable;
        this.environment = environment;
        this.index = index;
        this.old = old;
    }

    public @Nullable Object read(String property) {
        Meter.current().tick(READ_COST);
        return Crossing.fromHost(value(property), environment);
    }

    public void write(String property, @Nullable Object value, int line) {
        Meter.current().tick(WRITE_COST);
        requireWritable();
        Object crossing = Crossing.toHost(value);
        HostFailure.guard(() -> record.set(property, crossing, line));
    }

    /**
     * Whether a property of the rule's own record differs from before; so on create if not empty.
     */
    public boolean isChanged(String property) {
        var old = index >= 0 ? this.old : environment.old();
        return !Comparisons.compareEqual(read(property), old == null ? null : old.read(property));
    }

    /** Notes what is wrong with the record as a whole; the rule goes on. */
    public void addError(@Nullable Object message) {
        environment.addViolation(ownIndex(), null, Values.text(message));
    }

    /** Notes what is wrong with a property; the rule goes on. */
    public void addError(String field, @Nullable Object message) {
        environment.addViolation(ownIndex(), field, Values.text(message));
    }

    ScriptRecord record() {
        return record;
    }

    int index() {
        return index;
    }

    @Nullable ScriptObject old() {
        return old;
    }

    boolean isSameAs(ScriptObject other) {
        if (record.equals(other.record)) {
            return true;
        }
        Object id = value("id");
        return id != null && id.equals(other.value("id"));
    }

    String describe() {
        return value("id") instanceof String id ? id : "new record";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScriptObject object && isSameAs(object);
    }

    /** See {@link KeyOrder}. */
    @Override
    public int compareTo(ScriptObject other) {
        return KeyOrder.compare(this, other);
    }

    @Override
    public int hashCode() {
        return value("id") instanceof String id ? id.hashCode() : 0;
    }

    private @Nullable Object value(String property) {
        return HostFailure.<@Nullable Object>guard(() -> record.get(property));
    }

    private int ownIndex() {
        return environment
                .indexOf(this)
                .orElseThrow(() -> new ScriptError("errors are added to the rule's own record"));
    }

    private void requireWritable() {
        if (!isWritable) {
            throw new ScriptError("this record is read-only");
        }
    }
}
