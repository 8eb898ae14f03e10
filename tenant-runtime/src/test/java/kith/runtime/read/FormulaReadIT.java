package kith.runtime.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
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

/** Fields with formulas are selected, filtered, sorted and grouped like all others. */
class FormulaReadIT {

    private static final Catalog CATALOG = SampleCatalog.read("/expression/catalog.yaml");

    private static RuntimeDatabase runtime;
    private static Caller caller;
    private static RecordReader reader;

    @BeforeAll
    static void fill() throws SQLException {
        runtime = RuntimeDatabase.fresh("formulas");
        Tenant acme = runtime.tenant("acme", CATALOG.version());
        Tenant other = runtime.tenant("other", CATALOG.version());
        caller = new Caller(acme, Optional.empty(), false, Caller.Origin.API);
        reader = new PostgresRecordReader(runtime.database(), new MemberAccess());
        try (SampleRecords rows = SampleRecords.into(runtime, acme)) {
            add(rows, "Account", 1, Map.of("name", "Big", "revenue", new BigDecimal("5000.00")));
            add(rows, "Account", 2, Map.of("name", "Tiny", "revenue", new BigDecimal("5.00")));
            add(rows, "Account", 4, Map.of("name", "Gone", "deletedAt", Instant.EPOCH));
            add(rows, "Deal", 11, deal("One", "10.00", 3, 1, "2026-05-01"));
            add(rows, "Deal", 12, deal("Two", "9.00", 2, 2, "2026-02-01"));
            add(rows, "Deal", 13, deal("Three", "7.00", 0, 4, "2026-02-01"));
            add(rows, "Deal", 14, Map.of("name", "Four"));
        }
        try (SampleRecords rows = SampleRecords.into(runtime, other)) {
            add(rows, "Deal", 21, Map.of("name", "Foreign"));
        }
    }

    private static Map<String, Object> deal(
            String name, String amount, int pieces, int account, String closeDate) {
        return Map.of(
                "name", name,
                "title", name,
                "amount", new BigDecimal(amount),
                "pieces", BigDecimal.valueOf(pieces),
                "account", SampleRecords.id(account),
                "closeDate", LocalDate.parse(closeDate),
                "dueDate", LocalDate.of(2026, 3, 1));
    }

    private static void add(SampleRecords rows, String object, int id, Map<String, Object> values)
            throws SQLException {
        ObjectType type = CATALOG.require(object);
        Map<Field, Object> typed = new HashMap<>();
        values.forEach((name, value) -> typed.put(type.field(name).orElseThrow(), value));
        rows.add(type, SampleRecords.id(id), typed);
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    @Test
    void readsThem() {
        JsonNode nodes =
                nodes(
                        "deals: { of: Deal, order: [ id ], page: { nodes: [ name, price, summary,"
                                + " isLate, nextCall ] } }");

        assertThat(nodes.get(0).toString())
                .isEqualTo(
                        "{\"name\":\"One\",\"price\":\"3.33\",\"summary\":\"One: large\","
                                + "\"isLate\":true,\"nextCall\":null}");
        assertThat(nodes.get(2).toString())
                .as("nothing is divided by zero, and the bin is empty to formulas")
                .isEqualTo(
                        "{\"name\":\"Three\",\"price\":null,\"summary\":\"Three: \","
                                + "\"isLate\":false,\"nextCall\":null}");
        assertThat(nodes.get(3).get("price").isNull()).isTrue();
    }

    @Test
    void filtersByThem() {
        assertThat(names("{ price: { gt: \"3.33\" } }")).isEqualTo("[Two]");
        assertThat(names("{ summary: { startsWith: \"One\" } }")).isEqualTo("[One]");
        assertThat(names("{ isLate: { eq: true } }")).isEqualTo("[One]");
        assertThat(names("{ price: { isNull: true } }")).isEqualTo("[Three, Four]");
        assertThat(names("{ account: { size: { eq: small } } }")).isEqualTo("[Two]");
    }

    @Test
    void sortsByThemAndPagesOn() {
        JsonNode page =
                read("deals: { of: Deal, order: [ price desc nulls last ], first: 1, page: { edges:"
                                + " [ cursor, { node: [ name ] } ] } }")
                        .get("deals")
                        .get("edges")
                        .get(0);
        assertThat(page.get("node").get("name").asString()).isEqualTo("Two");

        JsonNode next =
                nodes(
                        "deals: { of: Deal, order: [ price desc nulls last ], first: 2, after: \""
                                + page.get("cursor").asString()
                                + "\", page: { nodes: [ name ] } }");
        assertThat(next.get(0).get("name").asString()).isEqualTo("One");
        assertThat(next).hasSize(2);
    }

    @Test
    void sortsByThoseOfRelatedRecords() {
        JsonNode nodes =
                nodes(
                        "deals: { of: Deal, order: [ account.size nulls last, id ], page: { nodes: ["
                                + " name ] } }");

        assertThat(nodes.findValuesAsString("name")).containsExactly("One", "Two", "Three", "Four");
    }

    @Test
    void groupsByThem() {
        JsonNode groups =
                read("g: { of: Deal, groupBy: [ isLate ], compute: [ SUM price, MAX summary ] }")
                        .get("g")
                        .get("groups");

        assertThat(groups).hasSize(2);
        assertThat(groups.get(0).toString())
                .contains("\"isLate\":false", "\"count\":3", "\"4.50\"");
    }

    private static String names(String filter) {
        return nodes(
                        "deals: { of: Deal, order: [ id ], filter: "
                                + filter
                                + ", page: { nodes: [ name ] } }")
                .findValuesAsString("name")
                .toString();
    }

    private static JsonNode nodes(String request) {
        return read(request).get("deals").get("nodes");
    }

    private static JsonNode read(String request) {
        byte[] answer =
                reader.read(
                                caller,
                                CATALOG,
                                new RequestYaml(CATALOG)
                                        .request(new YAMLMapper().readTree(request)))
                        .block();
        return new JsonMapper().readTree(Objects.requireNonNull(answer));
    }
}
