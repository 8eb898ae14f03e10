package kith.bench.tenant;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kith.bench.data.DatabaseServer;
import kith.bench.data.ResourceText;
import kith.bench.data.Sql;
import kith.bench.product.KithServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The companies of one installation. Two are made by the API, a plain and a customized one; all
 * others are copies of them in every table, with names and ids of their own for what is their own.
 */
final class Companies {

    /** All that are asked. */
    static final int COUNT = 10_000;

    /** How many of them are customized, each in another way: every tenth. */
    static final int CUSTOMIZED = COUNT / 10;

    /** Beside them, for what leaves traces: new fields. */
    static final int SPARE = 40;

    /** Records that each of them has of the first object, which are listed, and of the second. */
    static final List<Integer> RECORDS = List.of(50, 10);

    private static final Logger LOG = LoggerFactory.getLogger(Companies.class);
    private static final String PLAIN = "plain-0";
    private static final String CUSTOM = "custom-0";

    private final DatabaseServer server;
    private final KithServer kith;
    private final OwnIssuer issuer;

    Companies(DatabaseServer server, KithServer kith, OwnIssuer issuer) {
        this.server = server;
        this.kith = kith;
        this.issuer = issuer;
    }

    /** The slug of a company; every tenth is customized, the spare ones follow the others. */
    static String slug(int number) {
        return "company-%05d".formatted(number);
    }

    static boolean isCustomized(int number) {
        return number % 10 == 0;
    }

    /** How the company stands in names of what is its own. */
    static String mark(int number) {
        return "T%05d".formatted(number);
    }

    /** Makes them all. */
    void create() throws SQLException {
        long begun = System.nanoTime();
        try (Connection database = server.connect(DatabaseServer.KITH)) {
            Sql.run(database, "set synchronous_commit = off");
            for (String slug : List.of(PLAIN, CUSTOM)) {
                Sql.run(
                        database,
                        read("template.sql")
                                .replace("{slug}", slug)
                                .replace("{subject}", OwnIssuer.SUBJECT));
                apply(slug, CompanyObjects.common());
            }
            apply(CUSTOM, CompanyObjects.own());
            fill(PLAIN);
            fill(CUSTOM);
            LOG.info("{} companies are copied …", COUNT);
            for (String part : read("companies.sql").split(";\n", -1)) {
                copy(database, part);
            }
        }
        LOG.info(
                "The companies are there after {} s",
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    /**
     * Spreads the jobs that come back over their pauses, as they are where a server runs all the
     * time: what has waited since an earlier run would all be done at once.
     */
    void spreadJobs() throws SQLException {
        try (Connection database = server.connect(DatabaseServer.KITH)) {
            Sql.run(database, "delete from work where recurring and leased_by is null");
        }
    }

    private static void copy(Connection database, String statement) throws SQLException {
        if (statement.isBlank()) {
            return;
        }
        long begun = System.nanoTime();
        Sql.run(
                database,
                statement
                        .replace("{count}", Integer.toString(COUNT + SPARE))
                        .replace("{mark}", CompanyObjects.MARK)
                        .replace("{columns}", columns(database)));
        LOG.info(
                "  {}: {} s",
                statement.strip().lines().findFirst().orElse(""),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    private static String columns(Connection database) throws SQLException {
        return Objects.requireNonNull(
                Sql.value(
                        database,
                        """
                        select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
                        from information_schema.columns
                        where table_name = 'record' and table_schema = current_schema()
                            and column_name <> 'tenant' and is_generated = 'NEVER'
                        """));
    }

    private static String read(String file) {
        return ResourceText.read("tenant/" + file);
    }

    /** Applies components by the API. */
    void apply(String slug, List<Map<String, Object>> components) {
        JsonNode answer =
                kith.answer(
                        issuer.token(slug),
                        "/graphql/metadata",
                        "mutation Apply($components: [JSON!]!) { applyMetadata(components: $components)"
                                + " { catalogVersion problems { path code message } } }",
                        Map.of("components", components));
        if (answer.has("errors") || !answer.at("/data/applyMetadata/problems").isEmpty()) {
            throw new IllegalStateException("the components were refused: " + answer);
        }
    }

    private void fill(String slug) {
        for (int object = 1; object <= RECORDS.size(); object++) {
            String create =
                    "mutation Fill($data: [%sCreateInput!]!) { create%s(data: $data) { id } }"
                            .formatted(
                                    CompanyObjects.object(object), "Kinds%02d".formatted(object));
            JsonNode answer =
                    kith.answer(
                            issuer.token(slug),
                            "/graphql",
                            create,
                            Map.of("data", CompanyRecords.of(RECORDS.get(object - 1))));
            if (answer.has("errors")) {
                throw new IllegalStateException("the records were refused: " + answer);
            }
        }
    }
}
