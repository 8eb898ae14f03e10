package kith.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kith.server.redis.RedisChangeSignals;
import kith.server.testing.HttpSteps;
import kith.server.testing.RedisCable;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who listens on one node hears of what is written on the other, whether or not Redis says it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveNodesIT {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final String USERS =
            "subscription { userChanged { kind cursor recordId node { name } } }";

    private final RedisCable cable = RedisCable.lay();
    private TestServer one = TestServer.shared();
    private TestServer other = TestServer.shared();

    @BeforeAll
    void twoNodes() {
        one = TestServer.shared().node(cable.url());
        other = TestServer.shared().node(cable.url());
    }

    @AfterAll
    void noNodes() {
        one.close();
        other.close();
        cable.close();
    }

    @Test
    void tellsBySignalsAndGoesOnWithoutThem() {
        String token = one.tenant("live-nodes");
        awaitSignals(true);
        try (SocketSteps socket = SocketSteps.signedIn(other.url(), token)) {
            socket.subscribed("s", USERS);
            makeUser(token, "signalled");
            assertThat(name(socket)).isEqualTo("signalled Test");

            cable.cut();
            makeUser(token, "lost");
            assertThat(name(socket)).isEqualTo("lost Test");
            awaitSignals(false);
            makeUser(token, "looked");
            assertThat(name(socket)).isEqualTo("looked Test");

            cable.mend();
            awaitSignals(true);
            makeUser(token, "again");
            assertThat(name(socket)).isEqualTo("again Test");
        }
    }

    @Test
    void leavesNoGapForWhoMovesFromNodeToNodeWhileBothAreWrittenTo() throws Exception {
        String token = one.tenant("live-moves");
        String cursor =
                HttpSteps.json(one.tenants().data(token, "{ changes(first: 1) { latestCursor } }"))
                        .at("/data/changes/latestCursor")
                        .asString();
        CompletableFuture<Void> writing =
                CompletableFuture.runAsync(() -> {
                    for (int number = 0; number < 40; number++) {
                        makeUser(number % 2 == 0 ? one : other, token, "n" + number);
                    }
                });
        List<String> told = new ArrayList<>();
        for (int move = 0; told.size() < 40; move++) {
            TestServer node = move % 2 == 0 ? other : one;
            try (SocketSteps socket = SocketSteps.signedIn(node.url(), token)) {
                socket.subscribe("s", SocketSteps.after(cursor, USERS));
                for (int number = 0; number < 7 && told.size() < 40; number++) {
                    var event = socket.next().at("/payload/data/userChanged");
                    told.add(event.at("/node/name").asString());
                    cursor = event.get("cursor").asString();
                }
            }
        }
        writing.get(LONGEST.toSeconds(), TimeUnit.SECONDS);

        List<String> made = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            made.add("n" + number + " Test");
        }
        assertThat(told).isEqualTo(made);
    }

    private void awaitSignals(boolean areHeard) {
        TestServer.await(
                "signals: " + areHeard,
                LONGEST,
                () -> other.part(RedisChangeSignals.class).areHeard() == areHeard);
    }

    private static String name(SocketSteps socket) {
        return socket.next().at("/payload/data/userChanged/node/name").asString();
    }

    private void makeUser(String token, String name) {
        makeUser(one, token, name);
    }

    private static void makeUser(TestServer node, String token, String name) {
        assertThat(
                        HttpSteps.code(
                                node.tenants()
                                        .data(
                                                token,
                                                """
                                                mutation { createUser(data: { name: "%1$s Test", firstName: "%1$s",
                                                    lastName: "Test", email: "%1$s@test.localhost" }) { id } }
                                                """
                                                        .formatted(name))))
                .startsWith("none");
    }
}
