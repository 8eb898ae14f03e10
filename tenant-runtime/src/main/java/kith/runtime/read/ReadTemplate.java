package kith.runtime.read;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kith.runtime.sql.RenderedSql;
import kith.runtime.sql.StatementTemplate;

/**
 * A read that needs no planning any more: its statement lacks nothing but the tenant, the version
 * of the catalog and some ids. Serves all tenants whose catalogs have equal content.
 */
public final class ReadTemplate {

    private static final String TENANT = "tenant";
    private static final String VERSION = "version";
    private static final String ID = "id:";

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
            int tenant, long catalogVersion, ReadRequest request, Map<String, UUID> ids) {
        public Trial {
            ids = Map.copyOf(ids);
        }
    }

    static Map<String, Object> given(int tenant, long catalogVersion, Map<String, UUID> ids) {
        Map<String, Object> given = HashMap.newHashMap(ids.size() + 2);
        given.put(TENANT, tenant);
        given.put(VERSION, catalogVersion);
        ids.forEach((name, id) -> given.put(ID + name, id));
        return given;
    }

    /** Characters of the statement's text. */
    public int length() {
        return statement.length();
    }

    Duration longest() {
        return longest;
    }

    RenderedSql statement(int tenant, long catalogVersion, Map<String, UUID> ids) {
        return statement.with(given(tenant, catalogVersion, ids));
    }
}
