package kith.runtime.sql;

import java.nio.charset.StandardCharsets;

/**
 * The one statement of a read. The {@code case} holds the order: first the tenant is set, then the
 * tenant's state is looked up, and only if it is the expected one does the query run (PostgreSQL
 * evaluates a sub-select that depends on nothing when its value is first needed).
 */
final class TenantRead {

    private static final String STATEMENT =
            """
            select case when set_config('kith.tenant', {}::text, true) is not null then (
            select case when {} then {} else to_json(t.status || ' ' || t.catalog_version) end
            from tenant t where t.key = {}) end
            """;

    private TenantRead() {}

    static Sql statement(TenantExpectation expected, Sql json) {
        Sql tenant = Sql.bind(expected.tenant());
        return Sql.of(STATEMENT, tenant, expected.condition(), json, tenant);
    }

    /** An answer is an object or array; a text tells that the state was not the expected one. */
    static byte[] checked(TenantExpectation expected, byte[] answer) {
        return switch (answer[0]) {
            case '"' -> {
                state(answer).verify(expected);
                throw DatabaseProblem.DATABASE_FAILURE.exception();
            }
            case 'n' -> throw TenantExpectation.notThere();
            default -> answer;
        };
    }

    private static TenantTransaction.State state(byte[] answer) {
        String text = new String(answer, StandardCharsets.UTF_8);
        int space = text.indexOf(' ');
        return new TenantTransaction.State(
                text.substring(1, space),
                Long.parseLong(text.substring(space + 1, text.length() - 1)));
    }
}
