package kith.metadata.field;

/**
 * The other side of a reference.
 *
 * @param name API name of the list on the target, e.g. {@code contacts}
 * @param label what people read above that list
 */
public record Inverse(String name, String label) {}
