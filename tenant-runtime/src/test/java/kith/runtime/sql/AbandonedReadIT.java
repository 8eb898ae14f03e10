package kith.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import kith.metadata.problem.ProblemException;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** A read that nobody waits for any more does not go on in the database. */
class AbandonedReadIT {

    private static final Sql ENDLESS = Sql.text("(select to_json(1) from pg_sleep(600))");
    private static final Sql SHORT = Sql.text("json_build_object('n', 1)");
    private static final Duration LONG = Duration.ofMinutes(10);

    private static RuntimeDatabase runtime;
    private static Tenant acme;

    @BeforeAll
    static void open() {
        runtime = RuntimeDatabase.fresh("abandoned_read");
        acme = runtime.tenant("acme");
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    @Test
    void stopsWhenItsCallerGoesAway() throws SQLException {
        Disposable waiting =
                runtime.database()
                        .read(TenantExpectation.anyStateOf(acme.key()), ENDLESS, LONG)
                        .subscribe();
        awaitRunning(1);

        waiting.dispose();

        awaitRunning(0);
        assertThat(read()).isEqualTo("{\"n\" : 1}");
    }

    @Test
    void stopsWhenItsTimeIsUp() throws SQLException {
        assertThatThrownBy(() ->
                        runtime.database()
                                .read(
                                        TenantExpectation.anyStateOf(acme.key()),
                                        ENDLESS,
                                        Duration.ofMillis(200))
                                .block(Duration.ofSeconds(30)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused ->
                                assertThat(refused.problems().getFirst().code())
                                        .isEqualTo(DatabaseProblem.STATEMENT_TIMEOUT));

        awaitRunning(0);
        assertThat(read()).isEqualTo("{\"n\" : 1}");
    }

    @Test
    void leavesThePoolAsLargeAsItWas() throws SQLException {
        for (int round = 0; round < 15; round++) {
            Disposable waiting =
                    Flux.range(0, 3)
                            .flatMap(_ ->
                                    runtime.database()
                                            .read(
                                                    TenantExpectation.anyStateOf(acme.key()),
                                                    ENDLESS,
                                                    LONG))
                            .subscribe();
            awaitRunning(3);
            waiting.dispose();
            awaitRunning(0);
        }

        assertThat(
                        Flux.range(0, 100)
                                .flatMap(_ ->
                                        runtime.database()
                                                .read(
                                                        TenantExpectation.anyStateOf(acme.key()),
                                                        SHORT))
                                .count()
                                .block(Duration.ofSeconds(30)))
                .isEqualTo(100);
    }

    private static String read() {
        byte[] answer =
                runtime.database()
                        .read(TenantExpectation.anyStateOf(acme.key()), SHORT)
                        .block(Duration.ofSeconds(30));
        return new String(Objects.requireNonNull(answer), StandardCharsets.UTF_8);
    }

    /** Asks until so many endless statements run. */
    private static void awaitRunning(int wanted) throws SQLException {
        Instant deadline = Instant.now().plusSeconds(30);
        String running = "";
        while (Instant.now().isBefore(deadline)) {
            running =
                    runtime.asApplication(
                            """
                            select count(*) from pg_stat_activity
                            where state = 'active' and query like '%pg_sleep(600)%' and pid <> pg_backend_pid()
                                and datname = current_database()
                            """);
            if (running.equals(Integer.toString(wanted))) {
                return;
            }
        }
        assertThat(running).isEqualTo(Integer.toString(wanted));
    }
}
