package kith.runtime.sql;

import java.nio.charset.StandardCharsets;

/**
 * The one statement of a read. The {@code case} holds the order: first the tenant is set, then the
 * tenant's state is looked up, and only if it is the expected one does the query run (PostgreSQL
 * evaluates a sub-select that depends on nothing when its value is first needed).
 */
final class TenantRead {

    private static final String BEGINNING =
            """
            select case when set_config('kith.tenant', {}::text, true) is not null then (
            select case when {}\
            """;

    private static final String REST =
            """
             then {} else to_json(t.status || ' ' || t.catalog_version) end
            from tenant t where t.key = {}) end
            """;

    private TenantRead() {}

    static Sql statement(TenantExpectation expected, Sql json) {
        Sql tenant = Sql.bind(expected.tenant());
        return Sql.of("{}{}", beginning(expected, tenant), Sql.of(REST, json, tenant));
    }

    private static Sql beginning(TenantExpectation expected, Sql tenant) {
        return Sql.of(BEGINNING, tenant, expected.condition());
    }

    /**
     * The statement that runs its query only if the condition holds as well.
     *
     * @param statement made for the same expectation
     */
    static RenderedSql onlyIf(TenantExpectation expected, RenderedSql statement, Sql condition) {
        String beginning = beginning(expected, Sql.bind(expected.tenant())).render().text();
        if (!statement.text().startsWith(beginning)) {
            throw new IllegalArgumentException("made for another expectation: " + statement);
        }
        return statement.with(beginning.length(), Sql.of(" and {}", condition));
    }

    /** An answer is an object or array; a text tells that the state was not the expected one. */
    static byte[] checked(TenantExpectation expected, byte[] answer) {
        return switch (answer[0]) {
            case '"' -> {
                state(answer).verify(expected);
                throw new ConditionUnmetException();
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
