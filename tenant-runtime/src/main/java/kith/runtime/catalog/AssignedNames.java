package kith.runtime.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.SystemObjects;
import kith.runtime.sql.Sql;

/** Lets what users were given follow the names of permission sets, and end with them. */
final class AssignedNames {

    private static final String FOLLOW =
            """
            update record set {} = {} where tenant = {} and object = {} and {} = {}
            """;

    private static final String END =
            """
            update record set deleted_at = now(), updated_at = now(), version = version + 1
            where tenant = {} and object = {} and {} = {} and deleted_at is null
            """;

    private final int tenant;

    AssignedNames(int tenant) {
        this.tenant = tenant;
    }

    /** One statement for each set that is called differently now, or is gone. */
    List<Sql> followed(Catalog current, Catalog next) {
        Map<UUID, String> before = HashMap.newHashMap(current.permissionSets().size());
        current.permissionSets().forEach(set -> before.put(set.id(), set.name()));
        List<Sql> statements = new ArrayList<>();
        for (PermissionSetDefinition set : next.permissionSets()) {
            String earlier = before.getOrDefault(set.id(), set.name());
            if (!earlier.equals(set.name())) {
                statements.add(follow(earlier, set.name()));
            }
        }
        Set<UUID> standing =
                next.permissionSets().stream()
                        .map(PermissionSetDefinition::id)
                        .collect(Collectors.toSet());
        current.permissionSets().stream()
                .filter(set -> !standing.contains(set.id()))
                .forEach(set -> statements.add(end(set.name())));
        return statements;
    }

    private Sql end(String name) {
        return Sql.of(
                END,
                Sql.bind(tenant),
                Sql.number(SystemObjects.PERMISSION_ASSIGNMENT_KEY),
                AssignmentColumns.PERMISSION_SET,
                Sql.bind(name));
    }

    private Sql follow(String from, String to) {
        return Sql.of(
                FOLLOW,
                AssignmentColumns.PERMISSION_SET,
                Sql.bind(to),
                Sql.bind(tenant),
                Sql.number(SystemObjects.PERMISSION_ASSIGNMENT_KEY),
                AssignmentColumns.PERMISSION_SET,
                Sql.bind(from));
    }
}
