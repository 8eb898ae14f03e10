package kith.runtime.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kith.metadata.ComponentRef;
import kith.metadata.PackageIds;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.PermissionSetDefinition.Purpose;
import kith.metadata.catalog.SystemObjects;
import kith.metadata.permission.FieldRight;
import kith.metadata.permission.ObjectPermissions;
import kith.metadata.permission.ObjectRight;
import kith.metadata.permission.UserFunction;

/**
 * The profile of users who were given no other: they read everything and write what members write.
 * A tenant that makes a profile of this name means something else by it.
 */
public final class StandardUser {

    public static final String NAME = "StandardUser";

    public static final PermissionSetDefinition PROFILE =
            new PermissionSetDefinition(
                    PackageIds.of(SystemObjects.PACKAGE, ComponentRef.permissionSet(NAME)),
                    NAME,
                    "Standard user",
                    Optional.of("What users may who were given no other profile."),
                    Purpose.PROFILE,
                    Map.of(
                            PermissionSetDefinition.ALL_OBJECTS,
                            new ObjectPermissions(
                                    Set.of(
                                            ObjectRight.READ,
                                            ObjectRight.CREATE,
                                            ObjectRight.UPDATE,
                                            ObjectRight.DELETE),
                                    FieldRight.EDIT,
                                    Map.of())),
                    Set.of(UserFunction.BULK_EDIT, UserFunction.API),
                    Optional.of(SystemObjects.PACKAGE));

    private StandardUser() {}

    /**
     * The sets by which somebody's rights come about.
     *
     * @param known all sets of the tenant
     * @param assigned the names of those that the user was given
     */
    public static List<PermissionSetDefinition> effective(
            List<PermissionSetDefinition> known, Set<String> assigned) {
        List<PermissionSetDefinition> own =
                withStandard(known).stream().filter(set -> assigned.contains(set.name())).toList();
        if (own.stream().anyMatch(set -> set.purpose() == Purpose.PROFILE)) {
            return own;
        }
        return Stream.concat(
                        withStandard(known).stream().filter(set -> set.name().equals(NAME)),
                        own.stream())
                .toList();
    }

    /** The sets of a tenant and, where it made none of that name, the standard profile. */
    public static List<PermissionSetDefinition> withStandard(List<PermissionSetDefinition> known) {
        return known.stream().anyMatch(set -> set.name().equals(NAME))
                ? known
                : Stream.concat(Stream.of(PROFILE), known.stream()).toList();
    }
}
