package kith.metadata.change;

import java.util.List;

/**
 * A change set as it is asked for; it applies as a whole or not at all. Renames come first, then
 * removals, then components by the order of their kinds, whatever their order here.
 *
 * @param message why, kept in the change log
 * @param isDryRun whether only to tell what would happen
 */
public record ChangeRequest(List<ComponentChange> changes, String message, boolean isDryRun) {

    public ChangeRequest {
        changes = List.copyOf(changes);
    }
}
