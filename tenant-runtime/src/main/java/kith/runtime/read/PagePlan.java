package kith.runtime.read;

import java.util.Optional;

/**
 * A page within its limits.
 *
 * @param isBackward taken from the end of the list, or from before the position
 */
record PagePlan(int size, boolean isBackward, Optional<CursorPosition> position) {}
