package kith.metadata.field;

/**
 * One choice of a picklist.
 *
 * @param value the API value that is stored
 * @param label what people read
 * @param isActive whether new records may take it; records that hold it keep it
 */
public record PicklistValue(String value, String label, boolean isActive) {}
