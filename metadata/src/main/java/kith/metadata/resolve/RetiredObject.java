package kith.metadata.resolve;

import java.util.UUID;

/**
 * A removed object whose records still lie there.
 *
 * @param key stands for it in tables
 * @param isPurging whether its records are being cleared, so that it cannot come back
 */
public record RetiredObject(int key, UUID id, boolean isPurging) {}
