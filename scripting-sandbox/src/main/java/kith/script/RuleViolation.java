package kith.script;

import org.jspecify.annotations.Nullable;

/**
 * What a rule finds wrong with a record.
 *
 * @param record which of those that the rule was called for, from 0; {@link #ALL} for them all
 * @param field the property it concerns; {@code null} for the whole record
 */
public record RuleViolation(int record, @Nullable String field, String message) {

    /** Stands for all records of a batch. */
    public static final int ALL = -1;

    /** Of the only record. */
    public RuleViolation(@Nullable String field, String message) {
        this(0, field, message);
    }
}
