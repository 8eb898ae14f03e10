package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleTenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

/** A request whose caller goes away leaves no statement behind. */
class CancelledRequestIT {

    private static SampleTenant sample;

    @BeforeAll
    static void start() {
        sample = SampleTenant.fresh("cancelled_request");
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void stopsItsStatement() throws SQLException {
        try (Connection owner = sample.runtime().owner();
                Statement lock = owner.createStatement()) {
            owner.setAutoCommit(false);
            lock.execute("lock table link in access exclusive mode");
            Disposable request =
                    sample.pending(
                                    sample.ada(),
                                    Requests.post("{ tags { nodes { contacts { totalCount } } } }"))
                            .subscribe();
            awaitWaiting(1);

            request.dispose();

            awaitWaiting(0);
        }
        assertThat(
                        sample.json(sample.ada(), Requests.post("{ tags { totalCount } }"))
                                .at("/data/tags/totalCount")
                                .asInt())
                .isEqualTo(2);
    }

    /** Asks until so many statements wait for the lock. */
    private static void awaitWaiting(int wanted) throws SQLException {
        Instant deadline = Instant.now().plusSeconds(30);
        String waiting = "";
        while (Instant.now().isBefore(deadline)) {
            waiting =
                    sample.runtime()
                            .asApplication(
                                    """
                                    select count(*) from pg_stat_activity
                                    where state = 'active' and wait_event_type = 'Lock' and datname = current_database()
                                    """);
            if (waiting.equals(Integer.toString(wanted))) {
                return;
            }
        }
        assertThat(waiting).isEqualTo(Integer.toString(wanted));
    }
}
