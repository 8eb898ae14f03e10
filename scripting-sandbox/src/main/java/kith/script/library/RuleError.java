package kith.script.library;

import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** What a rule throws to refuse a record: {@code throw new RuleError('closeDate', 'is past')}. */
public final class RuleError extends RuntimeException {

    private static final int COST = 200;

    private final @Nullable String field;

    public RuleError(@Nullable String message) {
        this(null, message);
    }

    public RuleError(@Nullable String field, @Nullable String message) {
        super(message == null ? "refused" : message);
        this.field = field;
        Meter.current().spend(COST);
    }

    public static RuleError create(@Nullable String message) {
        return new RuleError(message);
    }

    public static RuleError create(@Nullable String field, @Nullable String message) {
        return new RuleError(field, message);
    }

    public @Nullable String field() {
        return field;
    }

    /** The message, never absent. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
