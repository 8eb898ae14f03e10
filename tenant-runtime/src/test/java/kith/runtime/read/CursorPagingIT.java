package kith.runtime.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.testing.SampleCatalog;
import kith.runtime.testing.SampleRecords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages put together are the whole list, whatever the order, the ties and the missing values. */
class CursorPagingIT {

    private static final Catalog CATALOG = SampleCatalog.read("/read-cases/catalog.yaml");
    private static final ObjectType ACCOUNT = CATALOG.require("Account");
    private static final int RECORDS = 60;
    private static final String[] ORDERS = {
        "name",
        "revenue",
        "revenue desc",
        "revenue nulls first",
        "revenue desc nulls last",
        "industry desc nulls first",
        "founded nulls last",
        "rating desc nulls last",
        "galaxies",
        "galaxies desc nulls last",
        "audited desc",
        "active desc",
        "vip",
        "createdAt desc",
        "owner",
        "owner.name desc nulls last",
        "parent.active desc",
        "motto",
        "id desc"
    };

    private static RuntimeDatabase runtime;
    private static Caller caller;
    private static RecordReader reader;

    @BeforeAll
    static void load() throws SQLException {
        runtime = RuntimeDatabase.fresh("cursor_paging");
        Tenant tenant = runtime.tenant("acme", CATALOG.version());
        caller = new Caller(tenant, Optional.empty(), false, Caller.Origin.API);
        reader = new PostgresRecordReader(runtime.database(), new MemberAccess());
        try (SampleRecords records = SampleRecords.into(runtime, tenant)) {
            Random random = new Random(7);
            for (int user = 1; user <= 3; user++) {
                records.add(
                        CATALOG.require("User"),
                        SampleRecords.id(user),
                        Map.of(field("name"), "User " + user));
            }
            for (int number = 1; number <= RECORDS; number++) {
                records.add(ACCOUNT, SampleRecords.id(100 + number), values(random));
            }
        }
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    /** Few different values, so that there are ties, and often none. */
    private static Map<Field, Object> values(Random random) {
        Map<Field, Object> values = new HashMap<>();
        values.put(field("name"), List.of("a", "A", "ä", "b", "B 1", "b-1").get(random.nextInt(6)));
        put(values, random, "revenue", new BigDecimal(random.nextInt(4)).setScale(2));
        put(values, random, "industry", List.of("Tech", "Retail").get(random.nextInt(2)));
        put(values, random, "founded", LocalDate.of(2000, 1, 1 + random.nextInt(3)));
        put(values, random, "rating", new BigDecimal(random.nextInt(3)).setScale(1));
        put(values, random, "galaxies", new BigDecimal(random.nextInt(3)).setScale(4));
        put(values, random, "audited", LocalDate.of(2020, 1, 1 + random.nextInt(3)));
        put(values, random, "active", random.nextBoolean());
        put(values, random, "vip", random.nextBoolean());
        put(values, random, "motto", List.of("o'clock", "\"quoted\" \\ é").get(random.nextInt(2)));
        put(values, random, "owner", SampleRecords.id(1 + random.nextInt(3)));
        put(values, random, "parent", SampleRecords.id(101 + random.nextInt(RECORDS)));
        return values;
    }

    private static void put(Map<Field, Object> values, Random random, String name, Object value) {
        if (random.nextInt(3) > 0) {
            values.put(field(name), value);
        }
    }

    private static Field field(String name) {
        return ACCOUNT.field(name).orElseThrow();
    }

    static Stream<Arguments> orders() {
        Random random = new Random(11);
        Stream<Arguments> single = Stream.of(ORDERS).map(order -> Arguments.of(List.of(order), 7));
        Stream<Arguments> several =
                IntStream.range(0, 20)
                        .mapToObj(_ ->
                                Arguments.of(
                                        List.of(
                                                ORDERS[random.nextInt(ORDERS.length)],
                                                ORDERS[random.nextInt(ORDERS.length)]),
                                        1 + random.nextInt(25)));
        return Stream.concat(Stream.of(Arguments.of(List.of(), 8)), Stream.concat(single, several));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void pagesForwardAndBackwardMakeTheWholeList(List<String> order, int size) {
        List<String> whole = ids(read(order, 1_000, Page.Direction.FORWARD, null));

        assertThat(whole).hasSize(RECORDS).doesNotHaveDuplicates();
        assertThat(ids(read(order, 1_000, Page.Direction.BACKWARD, null))).isEqualTo(whole);
        assertThat(walk(order, size, Page.Direction.FORWARD)).isEqualTo(whole);
        assertThat(walk(order, size, Page.Direction.BACKWARD)).isEqualTo(whole);
    }

    private static List<String> walk(List<String> order, int size, Page.Direction direction) {
        boolean isForward = direction == Page.Direction.FORWARD;
        List<String> seen = new ArrayList<>();
        String cursor = null;
        boolean hasMore = true;
        while (hasMore) {
            JsonNode page = read(order, size, direction, cursor);
            JsonNode info = page.get("info");
            seen.addAll(isForward ? seen.size() : 0, ids(page));
            assertEnds(page);
            hasMore = info.get(isForward ? "next" : "previous").booleanValue();
            cursor = info.get(isForward ? "end" : "start").asString();
        }
        return seen;
    }

    private static void assertEnds(JsonNode page) {
        JsonNode edges = page.get("edges");
        assertThat(page.get("info").get("start")).isEqualTo(edges.get(0).get("cursor"));
        assertThat(page.get("info").get("end"))
                .isEqualTo(edges.get(edges.size() - 1).get("cursor"));
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("edges").forEach(edge -> ids.add(edge.get("node").get("id").stringValue()));
        return ids;
    }

    private static JsonNode read(
            List<String> order, int size, Page.Direction direction, @Nullable String cursor) {
        RequestYaml yaml = new RequestYaml(CATALOG);
        ListArguments arguments =
                new ListArguments(
                        Predicate.ALWAYS,
                        order.stream().map(term -> yaml.term(ACCOUNT, term)).toList(),
                        new Page(size, direction, Optional.ofNullable(cursor)));
        ReadRequest request =
                new ReadRequest(
                        List.of(new ReadRequest.Listing("page", ACCOUNT, arguments, selection())));
        byte[] answer = Objects.requireNonNull(reader.read(caller, CATALOG, request).block());
        return new JsonMapper().readTree(new String(answer, StandardCharsets.UTF_8)).get("page");
    }

    private static ConnectionSelection selection() {
        RecordSelection id =
                new RecordSelection(List.of(new RecordSelection.Value("id", field("id"))));
        return new ConnectionSelection(
                List.of(
                        new ConnectionSelection.Edges(
                                "edges",
                                List.of(
                                        new ConnectionSelection.Cursor("cursor"),
                                        new ConnectionSelection.Node("node", id))),
                        new ConnectionSelection.PageInfo(
                                "info",
                                List.of(
                                        fact(
                                                "next",
                                                ConnectionSelection.PageInfoItem.Fact
                                                        .HAS_NEXT_PAGE),
                                        fact(
                                                "previous",
                                                ConnectionSelection.PageInfoItem.Fact
                                                        .HAS_PREVIOUS_PAGE),
                                        fact(
                                                "start",
                                                ConnectionSelection.PageInfoItem.Fact.START_CURSOR),
                                        fact(
                                                "end",
                                                ConnectionSelection.PageInfoItem.Fact
                                                        .END_CURSOR)))));
    }

    private static ConnectionSelection.PageInfoItem fact(
            String key, ConnectionSelection.PageInfoItem.Fact fact) {
        return new ConnectionSelection.PageInfoItem(key, fact, "");
    }
}
