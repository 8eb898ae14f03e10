package kith.runtime.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.DedicatedSample;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.testing.SampleCatalog;
import kith.runtime.testing.SqlLayout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs every folder of {@code read-cases}. With {@code -Dkith.cases=write} the expectations are
 * written instead of compared.
 */
class ReadCasesIT {

    private static final Catalog CATALOG = SampleCatalog.read("/read-cases/catalog.yaml");
    private static final ObjectWriter JSON = new JsonMapper().writerWithDefaultPrettyPrinter();
    private static final boolean IS_WRITING = "write".equals(System.getProperty("kith.cases"));

    /** A table and the alias under which a statement reads it. */
    private static final Pattern TABLE =
            Pattern.compile("\\b(?:from|join) (record|link|history) (\\w+)");

    private static RuntimeDatabase runtime;
    private static Caller caller;
    private static Caller moved;
    private static Catalog dedicated;
    private static RecordReader reader;

    @BeforeAll
    static void load() throws SQLException {
        runtime = RuntimeDatabase.fresh("read_cases");
        Tenant other = runtime.tenant("other", CATALOG.version());
        Tenant acme = runtime.tenant("acme", CATALOG.version());
        SampleData.load(runtime, acme, CATALOG);
        SampleData.load(runtime, other, CATALOG);
        Tenant apart = runtime.tenant("apart", CATALOG.version());
        SampleData.load(runtime, apart, CATALOG);
        dedicated = DedicatedSample.of(runtime, apart, CATALOG);
        moved = new Caller(apart, Optional.empty(), false, Caller.Origin.API);
        caller = new Caller(acme, Optional.empty(), false, Caller.Origin.API);
        reader = new PostgresRecordReader(runtime.database(), new MemberAccess());
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    static List<ReadCase> cases() {
        return ReadCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rendersAndAnswers(ReadCase each) {
        ReadRequest request = each.request(CATALOG);
        String sql = statement(request);
        runtime.statements().forget();

        byte[] answer = Objects.requireNonNull(reader.read(caller, CATALOG, request).block());

        assertThat(runtime.statements().dataCount()).isEqualTo(1);
        assertThat(runtime.statements().controlCount()).isZero();
        String json = pretty(new String(answer, StandardCharsets.UTF_8));
        if (IS_WRITING) {
            each.write(SqlLayout.of(sql), json);
        } else {
            assertThat(SqlLayout.of(sql)).isEqualTo(each.expectedSql());
            assertThat(json).isEqualTo(each.expectedJson());
        }
    }

    /** Only where the records lie differs, and nobody can tell. */
    @ParameterizedTest
    @MethodSource("cases")
    void answersTheSameFromTablesOfSingleObjects(ReadCase each) {
        ReadRequest request = each.request(dedicated);
        runtime.statements().forget();

        byte[] answer = Objects.requireNonNull(reader.read(moved, dedicated, request).block());

        assertThat(runtime.statements().dataCount()).isEqualTo(1);
        assertThat(pretty(new String(answer, StandardCharsets.UTF_8)))
                .isEqualTo(each.expectedJson());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void carriesTheTenantForEveryTable(ReadCase each) {
        String sql = statement(each.request(CATALOG));

        List<MatchResult> tables = TABLE.matcher(sql).results().toList();

        assertThat(tables).isNotEmpty();
        for (MatchResult table : tables) {
            assertThat(sql.substring(table.start()))
                    .containsPattern("\\b" + table.group(2) + "\\.tenant = \\$\\d+");
        }
        long predicates = Pattern.compile("\\.tenant = \\$\\d+").matcher(sql).results().count();
        assertThat(predicates).isEqualTo(tables.size());
    }

    private static String statement(ReadRequest request) {
        return new ReadStatements(new MemberAccess())
                .answer(caller, CATALOG, request)
                .render()
                .text();
    }

    private static String pretty(String json) {
        return JSON.writeValueAsString(new JsonMapper().readTree(json)) + "\n";
    }
}
