package kith.metadata.catalog;

import kith.metadata.ValidationDefinition;

/**
 * A validation with its condition bound to the fields that it reads.
 *
 * @param condition computes whether a record is refused
 */
public record Validation(ValidationDefinition definition, Formula condition) {}
