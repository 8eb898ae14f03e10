package kith.runtime.move;

import static kith.runtime.move.Deals.DEAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.metadata.ComponentRef;
import kith.metadata.change.ChangeOutcome;
import kith.metadata.change.ComponentChange;
import kith.runtime.job.JobEngine;
import kith.runtime.job.JobState;
import kith.runtime.registry.PostgresTenantRows;
import kith.runtime.registry.TenantRows;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant goes on customizing an object that has a table of its own. */
class DedicatedCatalogIT {

    private static final int RECORDS = 500;

    private static RuntimeDatabase runtime;

    private Deals deals;

    @BeforeAll
    static void open() {
        runtime = RuntimeDatabase.fresh("dedicated_catalog");
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    @BeforeEach
    void move() {
        deals = new Deals(runtime);
        deals.fill(RECORDS);
        moveThere();
    }

    private void moveThere() {
        try (JobEngine _ = deals.node(deals.kind())) {
            assertThat(deals.ended(deals.toDedicated(DEAL, List.of())).state())
                    .isEqualTo(JobState.DONE);
        }
    }

    private void moveBack() {
        try (JobEngine _ = deals.node(deals.kind())) {
            assertThat(deals.ended(deals.toShared(DEAL)).state()).isEqualTo(JobState.DONE);
        }
    }

    private ChangeOutcome field(String name, String options) {
        return deals.put("{ kind: Field, object: Deal, name: %s, %s }".formatted(name, options));
    }

    private String home(String field) {
        return deals.object(DEAL).field(field).orElseThrow().storage().toString();
    }

    private long inDedicated(String condition) {
        return Long.parseLong(
                deals.sql(
                        "select count(*) from %s where %s"
                                .formatted(deals.table(DEAL), condition)));
    }

    @Test
    void givesNewFieldsTheirColumns() {
        field("region", "type: text");
        field("rank", "type: number, digits: 5, decimals: 0, indexed: true");
        UUID deal = deals.create(DEAL, Map.of("name", "New", "region", "West", "rank", 7));

        assertThat(inDedicated("%s = 'West' and %s = 7".formatted(home("region"), home("rank"))))
                .isEqualTo(1);
        assertThat(
                        deals.sql(
                                "select count(*) from pg_indexes where tablename = '%s' and indexdef like '%%(%s, id)%%'"
                                        .formatted(deals.table(DEAL), home("rank"))))
                .isEqualTo("1");
        moveBack();
        assertThat(
                        deals.sql(
                                "select %s from record where id = '%s'"
                                        .formatted(home("region"), deal)))
                .isEqualTo("West");
    }

    @Test
    void fillsDefaultsAndMovesValuesIntoAnIndex() {
        assertThat(field("region", "type: text, required: true, default: North").isApplied())
                .isTrue();
        assertThat(inDedicated(home("region") + " = 'North'")).isEqualTo(RECORDS);
        String plain = home("region");

        assertThat(
                        field("region", "type: text, required: true, default: North, indexed: true")
                                .isApplied())
                .isTrue();
        assertThat(home("region")).isNotEqualTo(plain);
        assertThat(inDedicated(home("region") + " = 'North'")).isEqualTo(RECORDS);
    }

    @Test
    void looksForDoubleValuesBeforeAFieldBecomesUnique() {
        field("label", "type: text");
        UUID one = deals.create(DEAL, Map.of("name", "One", "label", "same"));
        deals.create(DEAL, Map.of("name", "Two", "label", "same"));

        assertThat(field("label", "type: text, unique: true").isApplied()).isFalse();

        deals.update(DEAL, one, Map.of("label", "other"));
        assertThat(field("label", "type: text, unique: true").isApplied()).isTrue();
        assertThatThrownBy(() -> deals.create(DEAL, Map.of("name", "Three", "label", "same")))
                .hasMessageContaining("label");
    }

    @Test
    void keepsWhatWasRemovedThroughMovesAndClearsItLater() {
        UUID deal = deals.create(DEAL, Map.of("name", "Kept", "stage", "won"));
        String stage = home("stage");
        long version = deals.catalog().version();
        remove(ComponentRef.field(DEAL, "stage"));
        moveBack();
        moveThere();
        assertThat(inDedicated(stage + " is not null")).isPositive();

        Deals.now(deals.store().changes().rollback(deals.caller(), version, "back", false));
        assertThat(deals.read(DEAL, deal).path("stage").asString()).isEqualTo("won");

        remove(ComponentRef.field(DEAL, "stage"));
        assertThat(deals.purgeInAMonth()).isPositive();
        assertThat(
                        deals.sql(
                                "select count(*) from pg_attribute where attrelid = '%s'::regclass and attname = '%s'"
                                        .formatted(deals.table(DEAL), stage)))
                .isEqualTo("0");
    }

    @Test
    void dropsTheTableOfARemovedObjectWithItsRecords() {
        String table = deals.table(DEAL);
        remove(ComponentRef.object("Line"));
        remove(ComponentRef.object(DEAL));
        assertThat(deals.sql("select count(*) from " + table)).isEqualTo(String.valueOf(RECORDS));

        deals.purgeInAMonth();

        assertThat(deals.sql("select to_regclass('%s') is null".formatted(table))).isEqualTo("t");
        assertThat(deals.sql("select count(*) from retired_object where object > 2"))
                .isEqualTo("0");
    }

    private void remove(ComponentRef component) {
        ChangeOutcome outcome = deals.change(List.of(new ComponentChange.Remove(component)));
        assertThat(outcome.isApplied()).as(outcome.toString()).isTrue();
    }

    @Test
    void refusesAChangeOfAllRecordsWhileTheyMoveAndAllowsANewField() {
        moveBack();
        UUID job = deals.toDedicated(DEAL, List.of());

        assertThat(field("region", "type: text, required: true, default: North").problems())
                .anySatisfy(problem ->
                        assertThat(problem.problem().code().name()).isEqualTo("RECORDS_MOVING"));
        assertThat(field("note", "type: text").isApplied()).isTrue();
        deals.create(DEAL, Map.of("name", "While it moves", "note", "copied"));

        try (JobEngine _ = deals.node(deals.kind())) {
            assertThat(deals.ended(job).state()).isEqualTo(JobState.DONE);
        }
        assertThat(inDedicated(home("note") + " = 'copied'")).isEqualTo(1);
    }

    @Test
    void showsATableToItsTenantAlone() throws SQLException {
        String table = deals.table(DEAL);
        Deals others = new Deals(runtime);
        String mine =
                "select set_config('kith.tenant', '%d', false);".formatted(deals.tenant().key());
        String theirs =
                "select set_config('kith.tenant', '%d', false);".formatted(others.tenant().key());

        assertThat(runtime.asApplication(mine + "select count(*) from " + table))
                .isEqualTo(String.valueOf(RECORDS));
        assertThat(runtime.asApplication(theirs + "select count(*) from " + table)).isEqualTo("0");
        assertThat(runtime.asApplication("select count(*) from " + table)).isEqualTo("0");
        assertThatThrownBy(() ->
                        runtime.asApplication(
                                theirs
                                        + "insert into "
                                        + table
                                        + " (id, version, created_at, updated_at, tenant, object) values (gen_random_uuid(), 1, now(), now(), %d, %d)"
                                                .formatted(
                                                        others.tenant().key(),
                                                        others.object(DEAL).key())))
                .hasMessageContaining(table);
        for (String definition :
                List.of(
                        "drop table " + table,
                        "alter table " + table + " disable row level security",
                        "create index on " + table + " (name)",
                        "truncate " + table)) {
            assertThatThrownBy(() -> runtime.asApplication(mine + definition))
                    .isInstanceOf(SQLException.class);
        }
        // The functions find the table by the tenant: whoever names the object drops only their
        // own.
        runtime.asApplication(
                theirs + "select drop_dedicated_table(%d)".formatted(deals.object(DEAL).key()));
        assertThat(deals.count(DEAL)).isEqualTo(RECORDS);
        assertThatThrownBy(() ->
                        runtime.asApplication(
                                mine
                                        + "select extend_dedicated_table(%d, array['x int; drop table record'])"
                                                .formatted(deals.object(DEAL).key())))
                .hasMessageContaining("not the name of a slot");
    }

    @Test
    void countsAndErasesWithTheTenant() {
        TenantRows rows = new PostgresTenantRows(runtime.database());
        String table = deals.table(DEAL);

        assertThat(Deals.now(rows.space(deals.tenant())).records()).isEqualTo(RECORDS);
        assertThat(Deals.now(rows.tables())).contains("dedicated_table").doesNotContain(table);

        assertThat(Deals.now(rows.removeSome(deals.tenant(), "dedicated_table"))).isEqualTo(1);
        assertThat(Deals.now(rows.removeSome(deals.tenant(), "dedicated_table"))).isZero();
        assertThat(deals.sql("select to_regclass('%s') is null".formatted(table))).isEqualTo("t");
    }
}
