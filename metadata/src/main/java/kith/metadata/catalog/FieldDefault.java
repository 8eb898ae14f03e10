package kith.metadata.catalog;

/**
 * A default that is computed for each new record.
 *
 * @param formula computes the value, bound to the fields that it reads
 */
public record FieldDefault(Field field, Formula formula) {}
