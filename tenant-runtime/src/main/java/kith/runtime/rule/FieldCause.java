package kith.runtime.rule;

import java.util.UUID;

/**
 * The rule that gave a field its value.
 *
 * @param rule its id
 * @param name as it was called then
 * @param line of the last assignment; 0 where it is unknown
 */
public record FieldCause(UUID rule, String name, int line) {}
