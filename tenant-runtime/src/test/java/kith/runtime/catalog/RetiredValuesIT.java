package kith.runtime.catalog;

import static kith.runtime.catalog.CatalogFixture.administrator;
import static kith.runtime.catalog.CatalogFixture.now;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import kith.metadata.ComponentRef;
import kith.metadata.change.ChangeOutcome;
import kith.metadata.change.ChangeRefusal;
import kith.metadata.change.ComponentChange;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Values of removed fields and objects are cleared when nobody can want them back. */
class RetiredValuesIT {

    private static final Duration TOO_EARLY = RetiredValues.KEPT_FOR.minusMinutes(1);
    private static final Duration LATE = RetiredValues.KEPT_FOR.plusMinutes(1);

    private static RuntimeDatabase database;

    private Guests guests;

    @BeforeAll
    static void start() {
        database = RuntimeDatabase.fresh("retired_values");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void newTenant() {
        guests = new Guests(database);
    }

    @Test
    void keepsValuesSoLongAsTheyMayComeBack() {
        guests.add(3, "code", "'c'");
        String home = guests.home("code");
        removeField("code");

        assertThat(later(TOO_EARLY).purge(guests.tenant())).isZero();

        assertThat(guests.count("record where %s = 'c'".formatted(home))).isEqualTo(3);
        assertThat(back(1).problems()).isEmpty();
        assertThat(guests.count("retired_storage")).isZero();
        assertThat(later(LATE).purge(guests.tenant())).isZero();
        assertThat(guests.count("record where %s = 'c'".formatted(home))).isEqualTo(3);
    }

    @Test
    void clearsManyValuesInBatchesAndOpensTheSlot() {
        guests.add(2_500, "code", "'c'");
        String home = guests.home("code");
        removeField("code");

        assertThat(later(LATE).purge(guests.tenant())).isEqualTo(2_500);

        assertThat(guests.count("record where %s is not null".formatted(home))).isZero();
        assertThat(guests.count("record where version = 1")).isEqualTo(2_500);
        assertThat(guests.count("retired_storage")).isZero();
        guests.put("next", "text", "");
        assertThat(guests.home("next")).isEqualTo(home);
    }

    @Test
    void clearsTheOverflowAndLeavesOtherValuesThere() {
        guests.put("notes", "longText", "");
        guests.put("more", "longText", "");
        guests.add("notes", "'a'::text");
        guests.sql(
                "update record set more = more || jsonb_build_object('%s', 'b')"
                        .formatted(guests.field("more").storage().toString().substring(5)));
        removeField("notes");

        assertThat(later(LATE).purge(guests.tenant())).isEqualTo(1);

        assertThat(guests.sql("select more::text from record"))
                .isEqualTo(
                        "{\"%s\": \"b\"}"
                                .formatted(guests.field("more").storage().toString().substring(5)));
    }

    @Test
    void clearsLinks() {
        guests.put("friends", "manyToMany", "target: Guest\ninverseName: friendOf");
        guests.sql(
                "insert into link (tenant, field, source, target) select %d, '%s', gen_random_uuid(), gen_random_uuid() from generate_series(1, 1200)"
                        .formatted(guests.tenant().key(), guests.field("friends").id()));
        removeField("friends");

        assertThat(later(LATE).purge(guests.tenant())).isEqualTo(1_200);

        assertThat(guests.count("link")).isZero();
        assertThat(guests.count("retired_storage")).isZero();
    }

    @Test
    void refusesToBringBackWhatIsCleared() {
        guests.add("code", "'c'");
        removeField("code");
        later(LATE).purge(guests.tenant());

        ChangeOutcome back = back(1);

        assertThat(Guests.codes(back)).containsExactly(ChangeRefusal.VALUES_PURGED);
        assertThat(back.isApplied()).isFalse();
    }

    @Test
    void clearsTheRecordsOfARemovedObject() {
        guests.add(1_500, "code", "'c'");
        guests.sql(
                "insert into history select tenant, id, 1, object, now(), null, 'API', 'CREATE', '{}' from record");
        guests.node()
                .change(guests.tenant(), new ComponentChange.Remove(ComponentRef.object("Guest")));

        assertThat(later(TOO_EARLY).purge(guests.tenant())).isZero();
        assertThat(later(LATE).purge(guests.tenant())).isEqualTo(1_500);

        assertThat(guests.count("record")).isZero();
        assertThat(guests.count("history")).isZero();
        assertThat(guests.count("retired_object")).isZero();
        assertThat(guests.count("retired_storage")).isZero();
        assertThat(Guests.codes(back(1))).contains(ChangeRefusal.VALUES_PURGED);
    }

    @Test
    void bringsAnObjectBackWithItsRecords() {
        guests.add(2, "code", "'c'");
        guests.node()
                .change(guests.tenant(), new ComponentChange.Remove(ComponentRef.object("Guest")));

        assertThat(back(1).problems()).isEmpty();

        assertThat(guests.count("retired_object")).isZero();
        assertThat(later(LATE).purge(guests.tenant())).isZero();
        assertThat(guests.count("record where %s = 'c'".formatted(guests.home("code"))))
                .isEqualTo(2);
    }

    @Test
    void keepsAHomeClosedUntilNothingIsLeftInIt() throws SQLException {
        guests.add(2, "code", "'c'");
        String home = guests.home("code");
        removeField("code");
        try (Connection other = database.owner();
                Statement statement = other.createStatement()) {
            statement.execute("set kith.tenant = '%d'".formatted(guests.tenant().key()));
            other.setAutoCommit(false);
            statement.execute("select id from record order by id limit 1 for update");

            assertThat(later(LATE).purge(guests.tenant())).isEqualTo(1);

            guests.put("next", "text", "");
            assertThat(guests.home("next")).isNotEqualTo(home);
            assertThat(Guests.codes(back(1))).contains(ChangeRefusal.VALUES_PURGED);
            other.rollback();
        }

        assertThat(later(LATE).purge(guests.tenant())).isEqualTo(1);
        assertThat(guests.count("retired_storage")).isZero();
    }

    @Test
    void clearsFromSeveralNodesAtOnce() {
        guests.add(5_000, "code", "'c'");
        removeField("code");

        Long cleared =
                Flux.range(0, 4)
                        .flatMap(node ->
                                Mono.fromCallable(() -> later(LATE).purge(guests.tenant()))
                                        .subscribeOn(Schedulers.boundedElastic()))
                        .reduce(0L, Long::sum)
                        .block(Duration.ofSeconds(60));

        assertThat(cleared).isEqualTo(5_000);
        later(LATE).purge(guests.tenant());
        assertThat(guests.count("retired_storage")).isZero();
    }

    private void removeField(String name) {
        ChangeOutcome outcome =
                guests.node()
                        .change(
                                guests.tenant(),
                                new ComponentChange.Remove(ComponentRef.field("Guest", name)));
        assertThat(outcome.problems()).isEmpty();
    }

    private ChangeOutcome back(long version) {
        return now(
                guests.node()
                        .changes()
                        .rollback(administrator(guests.tenant()), version, "back", false));
    }

    private static CatalogFixture later(Duration time) {
        return CatalogFixture.later(database, time);
    }
}
