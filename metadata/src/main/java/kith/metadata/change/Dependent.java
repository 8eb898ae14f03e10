package kith.metadata.change;

import kith.metadata.ComponentRef;

/**
 * A component that would break without another one.
 *
 * @param reason how it depends on it, as a sentence without subject: {@code points to Account}
 */
public record Dependent(ComponentRef component, String reason) {}
