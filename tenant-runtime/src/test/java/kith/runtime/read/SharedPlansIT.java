package kith.runtime.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.sql.RenderedSql;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.testing.SampleCatalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What lists of a private object cost, by how much of it a user sees: 200,000 records of 1,000
 * owners. User 1 is above nobody, user 2 above 9 others, user 3 above 99, user 4 above 899.
 */
class SharedPlansIT {

    private static final int RECORDS = 200_000;
    private static final int USERS = 1_000;
    private static final long MOST_ENTRIES = 5_000;
    private static final Catalog CATALOG = SampleCatalog.read("/sharing/catalog.yaml");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static RuntimeDatabase runtime;
    private static Tenant tenant;

    @BeforeAll
    static void fill() {
        runtime = RuntimeDatabase.fresh("shared_plans");
        tenant = runtime.tenant("shared", CATALOG.version());
        String role =
                "case when n = 4 then 1 when n = 3 then 2 when n = 2 then 3 when n <= 12 then 4"
                        + " when n <= 102 then 3 when n <= 902 then 2 end";
        runtime.asOwner(
                tenant,
                """
                insert into record (tenant, object, id, version, name, created_at, updated_at, ref_1)
                select %1$d, 3, %2$s, 1, 'Role ' || n, now(), now(),
                    case when n > 1 then %3$s end
                from generate_series(1, 5) n;
                insert into record (tenant, object, id, version, name, created_at, updated_at, ref_20)
                select %1$d, 1, %4$s, 1, 'User ' || n, now(), now(), %5$s from generate_series(1, %6$d) n
                """
                        .formatted(
                                tenant.key(),
                                id(3, "n"),
                                id(3, "(n - 1)"),
                                id(1, "n"),
                                id(3, "(" + role + ")"),
                                USERS));
        runtime.asOwner(
                tenant,
                """
                insert into record (tenant, object, id, version, name, owner, created_at, updated_at)
                select %1$d, 2001, gen_random_uuid(), 1, 'Deal ' || md5(n::text), %2$s,
                    now() - n * interval '1 second', now()
                from generate_series(1, %3$d) n
                """
                        .formatted(tenant.key(), id(1, "(1 + n::bigint * 7919 % 1000)"), RECORDS));
        runtime.asOwner(tenant, "analyze record");
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    private static String id(int object, String number) {
        return "('0%d900000-0000-7000-8000-' || lpad((%s)::text, 12, '0'))::uuid"
                .formatted(object, number);
    }

    @ParameterizedTest
    @CsvSource({
        "1, name",
        "1, createdAt",
        "2, name",
        "2, createdAt",
        "3, name",
        "3, createdAt",
        "4, name"
    })
    void readsFewEntriesOfIndexesForAList(int user, String order) throws SQLException {
        JsonNode plan = explained(user, order);

        assertThat(entries(plan)).as(plan.toPrettyString()).isLessThanOrEqualTo(MOST_ENTRIES);
    }

    @ParameterizedTest
    @CsvSource({"1, 200", "2, 2000", "3, 20200", "4, 180400"})
    void listsWhatTheOwnersOfRecordsSay(int user, int count) {
        JsonNode list = answered(user, "name").get("l");

        assertThat(list.get("totalCount").asInt()).isEqualTo(count);
        assertThat(names(list))
                .isEqualTo(
                        List.of(
                                runtime.asOwner(
                                                tenant,
                                                """
                                                select string_agg(name, ',' order by name) from (
                                                    select name from record where object = 2001 and (owner = '%1$s'
                                                        or owner = any(access_below(%2$d, '%1$s')))
                                                    order by name limit 50) n
                                                """
                                                        .formatted(userId(user), tenant.key()))
                                        .split(",", -1)));
    }

    private static List<String> names(JsonNode list) {
        return list.get("nodes").valueStream().map(node -> node.get("name").asString()).toList();
    }

    private static UUID userId(int number) {
        return UUID.fromString("01900000-0000-7000-8000-%012d".formatted(number));
    }

    private static Caller caller(int user) {
        return new Caller(tenant, Optional.of(userId(user)), false, Caller.Origin.API);
    }

    private static ReadRequest request(String order, String parts) {
        return new RequestYaml(CATALOG)
                .request(
                        new YAMLMapper()
                                .readTree(
                                        "l: { of: Deal, order: [ %s ], first: 50, page: { %s } }"
                                                .formatted(order, parts)));
    }

    private static JsonNode answered(int user, String order) {
        byte[] answer =
                new PostgresRecordReader(runtime.database(), new MemberAccess())
                        .read(
                                caller(user),
                                CATALOG,
                                request(order, "totalCount: totalCount, nodes: [ name ]"))
                        .block(LONGEST);
        return JsonMapper.shared().readTree(Objects.requireNonNull(answer));
    }

    /** As the application's role, behind row-level security. */
    private static JsonNode explained(int user, String order) throws SQLException {
        RenderedSql sql =
                new ReadStatements(new MemberAccess())
                        .answer(caller(user), CATALOG, request(order, "nodes: [ name ]"))
                        .render();
        try (Connection connection =
                        DriverManager.getConnection(
                                runtime.address().jdbcUrl() + "?preferQueryMode=simple",
                                runtime.address().appUser(),
                                runtime.address().appPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("set kith.tenant = '" + tenant.key() + "'");
            try (ResultSet plan =
                    statement.executeQuery(
                            "explain (analyze, format json) select " + literal(sql))) {
                plan.next();
                return JsonMapper.shared().readTree(plan.getString(1));
            }
        }
    }

    private static String literal(RenderedSql sql) {
        String text = sql.text();
        for (int number = sql.values().size(); number > 0; number--) {
            Object value = sql.values().get(number - 1);
            text =
                    text.replace(
                            "$" + number,
                            value instanceof UUID
                                    ? "'" + value + "'::uuid"
                                    : String.valueOf(value));
        }
        return text;
    }

    /** Rows that index scans gave or passed over. */
    private static long entries(JsonNode node) {
        boolean isScan = node.path("Node Type").asString("").contains("Index");
        double each =
                node.path("Actual Rows").asDouble(0)
                        + node.path("Rows Removed by Filter").asDouble(0);
        long own = isScan ? Math.round(each * node.path("Actual Loops").asDouble(0)) : 0;
        long below = 0;
        for (JsonNode child : node) {
            if (child.isContainer()) {
                below += entries(child);
            }
        }
        return own + below;
    }
}
