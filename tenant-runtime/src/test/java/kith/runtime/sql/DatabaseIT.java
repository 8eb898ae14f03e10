package kith.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kith.metadata.problem.ProblemException;
import kith.runtime.sql.ExecutedStatement.Kind;
import kith.runtime.tenant.CatalogOutdatedException;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class DatabaseIT {

    private static final Sql LINKS = Sql.text("(select to_json(array_agg(l.source)) from link l)");
    private static final UUID ID = new UUID(0x0198_0000_0000_7000L, 1);

    private static RuntimeDatabase runtime;
    private static Tenant acme;
    private static Tenant other;

    @BeforeAll
    static void migrate() {
        runtime = RuntimeDatabase.fresh("database");
        acme = runtime.tenant("acme", 3);
        other = runtime.tenant("other", 3);
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    @BeforeEach
    void clean() {
        runtime.asOwner(acme, "delete from link");
        runtime.asOwner(acme, "update tenant set status = 'ACTIVE', catalog_version = 3");
        runtime.statements().forget();
    }

    @Test
    void readsInOneStatement() {
        assertThat(read(acme, Sql.text("json_build_object('a', 1)"))).isEqualTo("{\"a\" : 1}");
        assertThat(runtime.statements().dataCount()).isEqualTo(1);
        assertThat(runtime.statements().controlCount()).isZero();
    }

    @Test
    void seesOnlyTheTenantItReadsFor() {
        link(acme, ID);

        assertThat(read(acme, Sql.of("coalesce({}, '[]')", LINKS))).isEqualTo("[\"" + ID + "\"]");
        assertThat(read(other, Sql.of("coalesce({}, '[]')", LINKS))).isEqualTo("[]");
    }

    @Test
    void tellsThatTheCatalogIsOutdatedWithoutRunningTheQuery() {
        assertThatThrownBy(() -> read(expecting(acme, 2), Sql.text("to_json(1 / (select 0))")))
                .isInstanceOfSatisfying(
                        CatalogOutdatedException.class,
                        outdated -> assertThat(outdated.actualVersion()).isEqualTo(3));
        assertThatThrownBy(() ->
                        runtime.database()
                                .inTransaction(expecting(acme, 4), _ -> Mono.just(1))
                                .block())
                .isInstanceOf(CatalogOutdatedException.class);
    }

    @Test
    void refusesASuspendedTenant() {
        runtime.asOwner(acme, "update tenant set status = 'SUSPENDED' where key = " + acme.key());

        assertThatThrownBy(() -> read(acme, Sql.text("'{}'::json")))
                .hasMessageContaining("TENANT_SUSPENDED");
        assertThatThrownBy(() -> link(acme, ID)).hasMessageContaining("TENANT_SUSPENDED");
        assertThat(read(TenantExpectation.anyStateOf(acme.key()), Sql.text("'{}'::json")))
                .isEqualTo("{}");
    }

    @Test
    void refusesATenantThatIsNotThere() {
        assertThatThrownBy(() -> read(expecting(999_999, 3), Sql.text("'{}'::json")))
                .hasMessageContaining("TENANT_DELETED");
        assertThatThrownBy(() ->
                        runtime.database()
                                .inTransaction(expecting(999_999, 3), _ -> Mono.just(1))
                                .block())
                .hasMessageContaining("TENANT_DELETED");
    }

    @Test
    void beginsSetsAndChecksInOneRoundTrip() {
        link(acme, ID);

        assertThat(runtime.statements().all())
                .extracting(ExecutedStatement::kind)
                .containsExactly(Kind.CONTROL, Kind.DATA, Kind.CONTROL);
        assertThat(links()).isEqualTo("1");
    }

    @Test
    void commitsWorkThatGivesNothing() {
        runtime.database()
                .inTransaction(
                        expecting(acme, 3), session -> session.execute(insert(acme, ID)).then())
                .block();

        assertThat(links()).isEqualTo("1");
    }

    @Test
    void rollsBackWhatFails() {
        assertThatThrownBy(() ->
                        runtime.database()
                                .inTransaction(
                                        expecting(acme, 3),
                                        session ->
                                                session.execute(insert(acme, ID))
                                                        .then(
                                                                Mono.error(
                                                                        new IllegalStateException(
                                                                                "no"))))
                                .block())
                .hasMessage("no");

        assertThat(links()).isEqualTo("0");
    }

    @Test
    void rollsBackWhatIsCancelled() {
        CompletableFuture<Long> inserted = new CompletableFuture<>();
        var running =
                runtime.database()
                        .inTransaction(
                                expecting(acme, 3),
                                session ->
                                        session.execute(insert(acme, ID))
                                                .doOnNext(inserted::complete)
                                                .then(Mono.never()))
                        .subscribe();
        inserted.join();

        running.dispose();

        assertThat(rolledBackAndReusable()).isEqualTo("0");
    }

    @Test
    void failsRatherThanCommitAfterAFailureThatTheWorkHid() {
        assertThatThrownBy(() ->
                        runtime.database()
                                .inTransaction(
                                        expecting(acme, 3),
                                        session ->
                                                session.execute(insert(acme, ID))
                                                        .then(session.execute(insert(acme, ID)))
                                                        .onErrorReturn(1L))
                                .block())
                .isInstanceOf(ProblemException.class);

        assertThat(links()).isEqualTo("0");
    }

    @Test
    void refusesRowsOfAnotherTenant() {
        assertThatThrownBy(() ->
                        runtime.database()
                                .inTransaction(
                                        expecting(acme, 3),
                                        session -> session.execute(insert(other, ID)))
                                .block())
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void callsAViolatedKeyAConcurrentChange() {
        link(acme, ID);

        assertThatThrownBy(() -> link(acme, ID))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("CONCURRENT_CHANGE");
    }

    @Test
    void stopsAStatementThatTakesTooLong() {
        assertThatThrownBy(() ->
                        runtime.database()
                                .inTransaction(
                                        expecting(acme, 3),
                                        session ->
                                                session.execute(
                                                                Sql.text(
                                                                        "set local"
                                                                                + " statement_timeout"
                                                                                + " = 50"))
                                                        .then(
                                                                session.execute(
                                                                        Sql.text(
                                                                                "select pg_sleep(5)"))))
                                .block())
                .hasMessageContaining("STATEMENT_TIMEOUT");
    }

    @Test
    void opensTheRegistryAndNoRecords() {
        link(acme, ID);

        Long tenants =
                runtime.database()
                        .inRegistry(
                                session -> one(session, Sql.text("select count(*) from tenant")))
                        .block();
        Long links =
                runtime.database()
                        .inRegistry(session -> one(session, Sql.text("select count(*) from link")))
                        .block();

        assertThat(tenants).isEqualTo(2);
        assertThat(links).isZero();
    }

    @Test
    void carriesEveryTypeThereAndBack() {
        Instant moment = Instant.parse("2026-01-31T12:00:00.123Z");
        Sql all =
                Sql.of(
                        """
                        json_build_object('text', {}, 'int', {}, 'long', {}, 'number', {}, 'flag', {},
                            'id', {}, 'day', {}, 'moment', {} at time zone 'UTC', 'json', {}, 'none', {}::date,
                            'texts', {}, 'ints', {}, 'longs', {}, 'numbers', {}, 'flags', {}, 'ids', {},
                            'days', {}, 'moments', array(select m at time zone 'UTC' from unnest({}) m), 'jsons', {})
                        """,
                        Sql.bind("ä"),
                        Sql.bind(1),
                        Sql.bind(2L),
                        Sql.bind(new BigDecimal("1.50")),
                        Sql.bind(true),
                        Sql.bind(ID),
                        Sql.bind(LocalDate.of(2026, 1, 31)),
                        Sql.bind(moment),
                        Sql.bind(SqlType.JSON, "{\"k\": 1}"),
                        Sql.bind(SqlType.DATE, null),
                        array(SqlType.TEXT_ARRAY, new @Nullable String[] {"a,\"b", null}),
                        array(SqlType.INTEGER_ARRAY, new @Nullable Integer[] {1, null}),
                        array(SqlType.BIGINT_ARRAY, new @Nullable Long[] {2L, null}),
                        array(
                                SqlType.NUMERIC_ARRAY,
                                new @Nullable BigDecimal[] {BigDecimal.TEN, null}),
                        array(SqlType.BOOLEAN_ARRAY, new @Nullable Boolean[] {true, null}),
                        array(SqlType.UUID_ARRAY, new @Nullable UUID[] {ID, null}),
                        array(
                                SqlType.DATE_ARRAY,
                                new @Nullable LocalDate[] {LocalDate.EPOCH, null}),
                        array(SqlType.TIMESTAMP_ARRAY, new @Nullable Instant[] {moment, null}),
                        array(SqlType.JSON_ARRAY, new @Nullable String[] {"{\"k\": 1}", null}));

        assertThat(read(acme, all).replace(" ", "").replace("\n", ""))
                .isEqualTo(
                        """
                        {"text":"ä","int":1,"long":2,"number":1.50,"flag":true,"id":"%1$s","day":"2026-01-31",
                        "moment":"2026-01-31T12:00:00.123","json":{"k":1},"none":null,"texts":["a,\\"b",null],
                        "ints":[1,null],"longs":[2,null],"numbers":[10,null],"flags":[true,null],
                        "ids":["%1$s",null],"days":["1970-01-01",null],
                        "moments":["2026-01-31T12:00:00.123",null],"jsons":[{"k":1},null]}
                        """
                                .formatted(ID)
                                .replace("\n", ""));
    }

    private static Sql array(SqlType type, Object value) {
        return Sql.bind(type, value);
    }

    private static Mono<Long> one(Session session, Sql sql) {
        return session.query(sql, row -> Objects.requireNonNull(row.get(0, Long.class))).single();
    }

    private static TenantExpectation expecting(Tenant tenant, long version) {
        return expecting(tenant.key(), version);
    }

    private static TenantExpectation expecting(int tenant, long version) {
        return new TenantExpectation(tenant, OptionalLong.of(version), true);
    }

    private static String read(Tenant tenant, Sql json) {
        return read(expecting(tenant, 3), json);
    }

    private static String read(TenantExpectation expected, Sql json) {
        byte[] answer = runtime.database().read(expected, json).block();
        return new String(Objects.requireNonNull(answer), StandardCharsets.UTF_8);
    }

    private static void link(Tenant tenant, UUID source) {
        runtime.database()
                .inTransaction(
                        expecting(tenant, 3), session -> session.execute(insert(tenant, source)))
                .block();
    }

    private static Sql insert(Tenant tenant, UUID source) {
        return Sql.of(
                "insert into link (tenant, field, source, target) values ({}, {}, {}, {})",
                Sql.bind(tenant.key()),
                Sql.bind(ID),
                Sql.bind(source),
                Sql.bind(ID));
    }

    private static String links() {
        return runtime.asOwner(acme, "select count(*) from link");
    }

    /** A lock of the whole table is granted only when the cancelled transaction is gone. */
    private static String rolledBackAndReusable() {
        runtime.asOwner(acme, "begin; lock table link in access exclusive mode; commit");
        return links();
    }
}
