package kith.runtime.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.runtime.catalog.Catalogs;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.stream.Sequencer;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.testing.SampleCatalog;
import kith.runtime.testing.SampleRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SearchUpkeepIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Catalog CATALOG = SampleCatalog.read("/read-cases/catalog.yaml");
    private static final ObjectType ACCOUNT = CATALOG.require("Account");
    private static final int RECORDS = 450;
    private static final int AT_ONCE = 200;

    private static RuntimeDatabase runtime;

    private Tenant tenant;
    private SearchUpkeep upkeep;

    @BeforeAll
    static void open() {
        runtime = RuntimeDatabase.fresh("search_upkeep");
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    @BeforeEach
    void fill() throws SQLException {
        tenant = runtime.tenant("t" + UUID.randomUUID(), CATALOG.version());
        try (SampleRecords records = SampleRecords.into(runtime, tenant)) {
            for (int number = 1; number <= RECORDS; number++) {
                records.add(
                        ACCOUNT,
                        SampleRecords.id(number),
                        Map.of(
                                ACCOUNT.field("name").orElseThrow(),
                                "Account " + number,
                                ACCOUNT.field("notes").orElseThrow(),
                                "plain notes"));
            }
        }
        upkeep =
                new SearchUpkeep(
                        runtime.database(),
                        new OneCatalog(),
                        new Sequencer(runtime.database()),
                        AT_ONCE);
    }

    @Test
    void walksThroughAllRecordsOfATenantWithoutWords() {
        follow();

        assertThat(sql("select count(distinct record) from search_word"))
                .isEqualTo(String.valueOf(RECORDS));
        assertThat(sql("select count(*) from search_word where word = 'plain'"))
                .isEqualTo(String.valueOf(RECORDS));
        assertThat(sql("select count(*) from search_variant where word = 'plain'")).isEqualTo("6");
        assertThat(sql("select walked is null from search_position")).isEqualTo("t");
    }

    @Test
    void changesNothingWhereNothingChanged() {
        follow();
        String before = sql("select sum(xmin::text::bigint) from search_word");
        sql("update search_position set layout = 'other'; select 1");

        follow();

        assertThat(sql("select sum(xmin::text::bigint) from search_word")).isEqualTo(before);
    }

    @Test
    void followsTheChangesOfTheStream() {
        follow();
        sql("update record set name = 'Renamed' where id = '%s'; select 1".formatted(id(7)));
        sql("update record set deleted_at = now() where id = '%s'; select 1".formatted(id(8)));
        sql("delete from record where id = '%s'; select 1".formatted(id(9)));
        IntStream.of(7, 8, 9).forEach(this::changed);

        follow();

        assertThat(
                        sql(
                                "select string_agg(word, ' ' order by word) from search_word where record = '%s'"
                                        .formatted(id(7))))
                .isEqualTo("notes plain renamed");
        assertThat(
                        sql(
                                "select count(*) from search_word where record in ('%s', '%s')"
                                        .formatted(id(8), id(9))))
                .isEqualTo("0");
        assertThat(sql("select position from search_position")).isEqualTo("3");
    }

    @Test
    void walksAgainWhereItMissedChanges() {
        follow();
        sql("update record set name = 'Renamed' where id = '%s'; select 1".formatted(id(7)));
        changed(7);
        new Sequencer(runtime.database())
                .order(TenantExpectation.anyStateOf(tenant.key()))
                .block(PATIENCE);
        sql("delete from outbox; update stream set expired_position = last_position; select 1");

        follow();

        assertThat(sql("select count(*) from search_word where word = 'renamed'")).isEqualTo("1");
    }

    @Test
    void writesNothingForATenantOnItsWayOut() {
        sql(
                "update tenant set status = 'DELETING' where key = %d; select 1"
                        .formatted(tenant.key()));

        assertThatCode(this::follow).doesNotThrowAnyException();

        assertThat(sql("select count(*) from search_word")).isEqualTo("0");
    }

    @Test
    void followsSoonAfterAWrite() {
        Disposable started = upkeep.start();
        try {
            upkeep.written(tenant);
            upkeep.written(tenant);
            Flux.interval(Duration.ofMillis(20))
                    .map(_ ->
                            sql(
                                    "select count(*) from search_position where walked is null and layout <> ''"))
                    .takeUntil("1"::equals)
                    .blockLast(PATIENCE);
        } finally {
            started.dispose();
        }
        assertThat(sql("select count(distinct record) from search_word"))
                .isEqualTo(String.valueOf(RECORDS));
    }

    private void follow() {
        upkeep.follow(tenant).block(PATIENCE);
    }

    private void changed(int number) {
        sql(
                """
                insert into outbox (tenant, id, object, record, version, kind, at, changes)
                values (%d, gen_random_uuid(), %d, '%s', 2, 'UPDATE', now(), '{}'); select 1
                """
                        .formatted(tenant.key(), ACCOUNT.key(), id(number)));
    }

    private static UUID id(int number) {
        return SampleRecords.id(number);
    }

    private String sql(String sql) {
        return runtime.asOwner(tenant, sql);
    }

    /** The one catalog that the tenant has. */
    private static final class OneCatalog implements Catalogs {
        @Override
        public Mono<Catalog> current(Tenant tenant) {
            return Mono.just(CATALOG);
        }

        @Override
        public Mono<Catalog> atLeast(Tenant tenant, long version) {
            return Mono.just(CATALOG);
        }
    }
}
