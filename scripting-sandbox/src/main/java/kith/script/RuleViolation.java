package kith.script;

import org.jspecify.annotations.Nullable;

/**
 * What a rule finds wrong with the record.
 *
 * @param field the property it concerns; {@code null} for the whole record
 */
public record RuleViolation(@Nullable String field, String message) {}
