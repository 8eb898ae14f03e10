package kith.runtime.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kith.metadata.ComponentRef;
import kith.metadata.change.AffectedRecords;
import kith.metadata.change.ChangeOutcome;
import kith.metadata.change.ChangeRefusal;
import kith.metadata.change.ChangeRequest;
import kith.metadata.change.ComponentChange;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A roll-up that is new, or sums up something else, is summed up from the records that are there.
 */
class FilledRollUpsIT {

    private static RuntimeDatabase database;

    private Guests guests;

    @BeforeAll
    static void start() {
        database = RuntimeDatabase.fresh("filled_roll_ups");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    /**
     * Three hosts; the first has five guests with numbers 1.00 to 5.00, the last of whom is gone.
     */
    @BeforeEach
    void newTenant() {
        guests = new Guests(database);
        guests.put("host", "lookup", "target: Guest\ninverseName: brought");
        guests.add(3, "code", "'host ' || n");
        guests.add(5, "number", "n * 100");
        guests.sql(
                "update record set %s = (select id from record where %s = 'host 1') where %s is not null"
                        .formatted(home("host"), home("code"), home("number")));
        guests.sql("update record set deleted_at = now() where %s = 500".formatted(home("number")));
    }

    @Test
    void sumsUpWhatIsThere() {
        ChangeOutcome outcome = put("count", "number", "function: count");
        put("total", "number", "function: sum, of: number", "decimals: 2");
        put("mean", "number", "function: avg, of: number", "decimals: 1");
        put("most", "number", "function: max, of: number, where: number < 4", "decimals: 2");

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.affected())
                .containsExactly(
                        new AffectedRecords(
                                ComponentRef.field("Guest", "count"),
                                AffectedRecords.Kind.SUMMED_UP,
                                8));
        assertThat(results("count", "total", "mean", "most"))
                .isEqualTo("host 1: 4 1000 25 300, host 2: 0 0 - -, host 3: 0 0 - -");
        assertThat(guests.count("record where version = 1")).as("nobody wrote them").isEqualTo(8);
    }

    @Test
    void sumsUpAnewWhenItTakesOthersAndWhenItComesBack() {
        put("total", "number", "function: sum, of: number", "decimals: 2");
        put("total", "number", "function: sum, of: number, where: number > 2", "decimals: 2");
        assertThat(results("total")).isEqualTo("host 1: 700, host 2: 0, host 3: 0");

        long version = guests.node().catalog(guests.tenant()).version();
        remove("total");
        guests.sql(
                "update record set %s = null where %s = 400"
                        .formatted(home("host"), home("number")));
        CatalogFixture.now(
                guests.node()
                        .changes()
                        .rollback(
                                CatalogFixture.administrator(guests.tenant()), version, "", false));

        assertThat(results("total")).isEqualTo("host 1: 300, host 2: 0, host 3: 0");
    }

    @Test
    void countsTheDefaultsThatRecordsTakeInTheSameChange() {
        put("newOnes", "number", "function: count, where: status == 'new'");
        assertThat(results("newOnes")).startsWith("host 1: 0");

        guests.put("status", "picklist", "values: [new, regular]\nrequired: true\ndefault: new");

        assertThat(results("newOnes")).isEqualTo("host 1: 4, host 2: 0, host 3: 0");
    }

    @Test
    void sumsUpAnewWhenAFormulaThatItReadsChanges() {
        guests.put("half", "number", "decimals: 2\nformula: number / 2");
        put("total", "number", "function: sum, of: half", "decimals: 2");
        assertThat(results("total")).startsWith("host 1: 500,");

        guests.put("half", "number", "decimals: 2\nformula: number / 4");

        assertThat(results("total")).startsWith("host 1: 250,");
    }

    @Test
    void keepsWhatItSumsUp() {
        put("total", "number", "function: sum, of: number, where: status == 'new'", "decimals: 2");

        for (String field : List.of("number", "status", "host")) {
            assertThat(remove(field).problems())
                    .as(field)
                    .extracting(problem -> problem.problem().code())
                    .containsExactly(ChangeRefusal.STILL_NEEDED);
        }
        assertThat(remove("code").problems()).isEmpty();
    }

    private ChangeOutcome remove(String field) {
        return CatalogFixture.now(
                guests.node()
                        .changes()
                        .apply(
                                CatalogFixture.administrator(guests.tenant()),
                                new ChangeRequest(
                                        List.of(
                                                new ComponentChange.Remove(
                                                        ComponentRef.field("Guest", field))),
                                        "",
                                        false)));
    }

    private ChangeOutcome put(String name, String type, String rollUp, String... options) {
        return guests.put(
                name,
                type,
                "rollUp: {object: Guest, through: host, %s}\n".formatted(rollUp)
                        + String.join("\n", options));
    }

    private String results(String... fields) {
        StringBuilder columns = new StringBuilder();
        for (String field : fields) {
            columns.append(" || ' ' || coalesce(").append(home(field)).append("::text, '-')");
        }
        return guests.sql(
                "select string_agg(%s || ':'%s, ', ' order by %s) from record where %s like 'host%%'"
                        .formatted(home("code"), columns, home("code"), home("code")));
    }

    private String home(String field) {
        return guests.home(field);
    }
}
