package kith.runtime.member;

import java.util.List;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.PermissionSetDefinition.Purpose;

/**
 * Why a user may or may not do something with an object or a field.
 *
 * @param permissionSets those that count for the user now
 */
public record AccessExplanation(
        boolean isAdministrator,
        boolean isActive,
        List<Source> permissionSets,
        List<Explained> rights) {

    public AccessExplanation {
        permissionSets = List.copyOf(permissionSets);
        rights = List.copyOf(rights);
    }

    /** A permission set that has a say. */
    public record Source(String name, String label, Purpose purpose) {

        static List<Source> of(List<PermissionSetDefinition> sets) {
            return sets.stream()
                    .map(set -> new Source(set.name(), set.label(), set.purpose()))
                    .toList();
        }
    }

    /**
     * One right.
     *
     * @param right as documents call it
     */
    public record Explained(
            String right,
            boolean isGranted,
            Reason reason,
            List<Source> grantedBy,
            List<Source> mutedBy) {

        public Explained {
            grantedBy = List.copyOf(grantedBy);
            mutedBy = List.copyOf(mutedBy);
        }
    }

    /** What decides. */
    public enum Reason {
        GRANTED,
        ADMINISTRATOR,
        MUTED,
        NOT_GRANTED,
        ONLY_ADMINISTRATORS,
        OBJECT_NOT_READABLE,
        COMES_WITH_OBJECT
    }
}
