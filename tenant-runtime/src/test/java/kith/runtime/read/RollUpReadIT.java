package kith.runtime.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.sql.ExecutedStatement;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.testing.SampleCatalog;
import kith.runtime.testing.SampleRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Roll-ups are read as the columns that they are: no record that they sum up is looked at. */
class RollUpReadIT {

    private static final Catalog CATALOG = SampleCatalog.read("/rollup/catalog.yaml");

    private static RuntimeDatabase runtime;
    private static Caller caller;
    private static RecordReader reader;

    @BeforeAll
    static void fill() throws SQLException {
        runtime = RuntimeDatabase.fresh("roll_up_reads");
        Tenant acme = runtime.tenant("acme", CATALOG.version());
        caller = new Caller(acme, Optional.empty(), false, Caller.Origin.API);
        reader = new PostgresRecordReader(runtime.database(), new MemberAccess());
        try (SampleRecords rows = SampleRecords.into(runtime, acme)) {
            add(rows, 1, Map.of("name", "Big", "total", new BigDecimal("5000.00")));
            add(rows, 2, Map.of("name", "Tiny", "total", new BigDecimal("5.00")));
            add(rows, 3, Map.of("name", "None", "total", new BigDecimal("0.00")));
        }
    }

    private static void add(SampleRecords rows, int id, Map<String, Object> values)
            throws SQLException {
        ObjectType type = CATALOG.require("Account");
        Map<Field, Object> typed = new HashMap<>();
        values.forEach((name, value) -> typed.put(type.field(name).orElseThrow(), value));
        rows.add(type, SampleRecords.id(id), typed);
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    @Test
    void filtersSortsAndComputesWithThem() {
        runtime.statements().forget();
        JsonNode page =
                read(
                        "a: { of: Account, filter: { total: { gt: \"1\" } }, order: [ total desc nulls last ], page: { nodes: [ name, total, doubled ] } }");

        assertThat(page.at("/a/nodes").toString())
                .isEqualTo(
                        "[{\"name\":\"Big\",\"total\":\"5000.00\",\"doubled\":\"10000.00\"},"
                                + "{\"name\":\"Tiny\",\"total\":\"5.00\",\"doubled\":\"10.00\"}]");
        assertThat(
                        read("g: { of: Account, groupBy: [ total ], compute: [ SUM total, MAX total ] }")
                                .at("/g/groups"))
                .hasSize(3);
        int children = CATALOG.require("Deal").key();
        assertThat(runtime.statements().all())
                .extracting(ExecutedStatement::text)
                .noneMatch(text -> text.contains(Integer.toString(children)));
    }

    @Test
    void findsThemByTheirIndex() {
        Tenant large = runtime.tenant("large", CATALOG.version());
        runtime.asOwner(
                large,
                """
                insert into record (tenant, object, id, version, name, created_at, updated_at, %s)
                select %d, %d, gen_random_uuid(), 1, 'A', now(), now(), n from generate_series(1, 20000) n;
                analyze record\
                """
                        .formatted(
                                CATALOG.require("Account").field("total").orElseThrow().storage(),
                                large.key(),
                                CATALOG.require("Account").key()));

        String plan =
                runtime.asOwner(
                        large,
                        """
                        explain (format json) select id from record where tenant = %d and object = %d
                            and deleted_at is null and %s > 19990 order by %3$s limit 50\
                        """
                                .formatted(
                                        large.key(),
                                        CATALOG.require("Account").key(),
                                        CATALOG.require("Account")
                                                .field("total")
                                                .orElseThrow()
                                                .storage()));

        assertThat(plan).contains("Index Scan").doesNotContain("Seq Scan");
    }

    private static JsonNode read(String request) {
        byte[] answer =
                Objects.requireNonNull(
                        reader.read(
                                        caller,
                                        CATALOG,
                                        new RequestYaml(CATALOG)
                                                .request(new YAMLMapper().readTree(request)))
                                .block());
        return JsonMapper.shared().readTree(answer);
    }
}
