package kith.runtime.read;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.runtime.sql.RenderedSql;
import kith.runtime.sql.StatementTemplate;

/**
 * A read that needs no planning any more: its statement lacks nothing but the tenant, the user, the
 * version of the catalog, some ids and values. Serves all tenants whose catalogs have equal
 * content.
 */
public final class ReadTemplate {

    private static final String TENANT = "tenant";
    private static final String VERSION = "version";
    private static final String USER = "user";
    private static final String ID = "id:";
    private static final String VALUE = "value:";

    private final StatementTemplate statement;
    private final Duration longest;

    /**
     * @param longest how long it may run
     */
    ReadTemplate(StatementTemplate statement, Duration longest) {
        this.statement = statement;
        this.longest = longest;
    }

    /**
     * A read bound for values that nothing else holds.
     *
     * @param ids by the names under which the template will want them
     */
    public record Trial(
            int tenant,
            UUID user,
            long catalogVersion,
            ReadRequest request,
            Map<String, UUID> ids) {
        public Trial {
            ids = Map.copyOf(ids);
        }

        /** What nothing else in the statement holds. */
        Map<String, Object> given() {
            return ReadTemplate.given(tenant, user, catalogVersion, ids);
        }
    }

    private static Map<String, Object> given(
            int tenant, UUID user, long catalogVersion, Map<String, UUID> ids) {
        Map<String, Object> given = HashMap.newHashMap(ids.size() + 3);
        given.put(TENANT, tenant);
        given.put(VERSION, catalogVersion);
        given.put(USER, user);
        ids.forEach((name, id) -> given.put(ID + name, id));
        return given;
    }

    /** Whether its statement changes with each of these values. */
    public boolean isOpenFor(Set<String> valueNames) {
        return statement.openNames().containsAll(valueNames);
    }

    /** Characters that it holds for itself, about. */
    public int weight() {
        return statement.weight();
    }

    Duration longest() {
        return longest;
    }

    /** What an {@link OpenValue} is called. */
    public static String valueName(String name) {
        return VALUE + name;
    }

    /**
     * What each use gives.
     *
     * @param values for the {@link OpenValue}s, by {@link #valueName}
     */
    public record Given(Map<String, UUID> ids, Map<String, Object> values) {}

    Optional<RenderedSql> statement(int tenant, UUID user, long catalogVersion, Given given) {
        Map<String, Object> all = given(tenant, user, catalogVersion, given.ids());
        all.putAll(given.values());
        return statement.with(all);
    }
}
