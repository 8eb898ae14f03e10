package kith.graphql.reference.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import kith.graphql.http.GraphqlHttpRequest;
import kith.graphql.reference.Scene;
import kith.graphql.reference.engine.Engine;
import kith.graphql.reference.generate.Dice;
import kith.graphql.reference.generate.Request;
import kith.graphql.testing.Requests;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.tenant.Tenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Two tenants, whose users even have the same ids, name their writes by the same keys, by turns and
 * at once. The seed is told on failure and taken from {@code -Dkith.isolation.seed}.
 */
class GeneratedKeyIsolationIT {

    private static final long SEED =
            Long.getLong("kith.isolation.seed", RandomGenerator.getDefault().nextInt(1_000_000));
    private static final int WRITES = 150;
    private static final int KEYS = 12;
    private static final int NAMES = 3;
    private static final UUID TWIN = UUID.fromString("01900000-0000-7000-8000-000000007317");

    private static Engine engine;

    @BeforeAll
    static void start(TestReporter reporter) {
        reporter.publishEntry("kith.isolation.seed", String.valueOf(SEED));
        engine = new Engine("key_isolation", new MemberAccess());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    /** What a write was named by, and by whom. */
    private record Named(Caller caller, String key) {}

    /** What was written under a name, and the whole answer to it. */
    private record Kept(String name, String answer) {}

    @Test
    void keepsTheAnswersOfTenantsUnderTheSameKeyApart() {
        Neighbours neighbours = Neighbours.of(engine, "keys", SEED);
        Dice dice = new Dice(SEED);
        List<Caller> callers = callers(neighbours);
        Map<Named, Kept> kept = new HashMap<>();
        List<String> ids = new ArrayList<>();
        for (int write = 0; write < WRITES; write++) {
            Named named = new Named(dice.pick(callers), "key-" + dice.below(KEYS));
            String name = "made" + dice.below(NAMES);
            String answer = write(named, name);
            String report = "Seed %d, write %d: %s".formatted(SEED, write, answer);
            Kept first = kept.get(named);
            if (first == null) {
                ids.addAll(made(answer, report));
                kept.put(named, new Kept(name, answer));
            } else if (first.name().equals(name)) {
                assertThat(answer).as(report).isEqualTo(first.answer());
            } else {
                assertThat(answer).as(report).contains("IDEMPOTENCY_KEY_REUSED");
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(kept).hasSizeGreaterThan(KEYS);
        for (Scene scene : List.of(neighbours.own(), neighbours.other())) {
            assertThat(count(scene))
                    .isEqualTo(
                            kept.keySet().stream()
                                    .filter(named -> isOf(named, scene.caller().tenant()))
                                    .count());
        }
    }

    @Test
    void letsNoTenantWaitForTheKeyOfAnotherOne() {
        List<Caller> callers = callers(Neighbours.of(engine, "once", SEED));
        for (int write = 0; write < KEYS; write++) {
            String key = "at-once-" + write;
            List<CompletableFuture<String>> answers =
                    callers.stream()
                            .map(caller ->
                                    CompletableFuture.supplyAsync(
                                            () -> write(new Named(caller, key), "both")))
                            .toList();
            List<String> ids = new ArrayList<>();
            answers.forEach(answer -> ids.addAll(made(answer.join(), "Seed " + SEED)));
            assertThat(ids).hasSize(answers.size()).doesNotHaveDuplicates();
        }
    }

    /** Of each tenant a user with the same id, and the platform itself, which has none. */
    private static List<Caller> callers(Neighbours neighbours) {
        List<Caller> callers = new ArrayList<>();
        for (Scene scene : List.of(neighbours.own(), neighbours.other())) {
            Tenant tenant = scene.caller().tenant();
            JsonNode made =
                    scene.actual(
                            new Request(
                                    "mutation { createUser(data: { id: \"%s\", name: \"Twin\", email: \"twin@acme.example\" }) { id } }"
                                            .formatted(TWIN),
                                    "{}"));
            assertThat(made.has("errors")).as(made.toString()).isFalse();
            callers.add(new Caller(tenant, Optional.of(TWIN), true, Caller.Origin.API));
            callers.add(Caller.platform(tenant));
        }
        return callers;
    }

    private static boolean isOf(Named named, Tenant tenant) {
        return named.caller().tenant().equals(tenant);
    }

    private static List<String> made(String answer, String report) {
        assertThat(answer).as(report).doesNotContain("errors");
        return Neighbours.ids(answer);
    }

    private static long count(Scene scene) {
        return scene.actual(
                        new Request(
                                "{ users(filter: { title: { startsWith: \"made\" } }) { totalCount } }",
                                "{}"))
                .at("/data/users/totalCount")
                .longValue();
    }

    /** With the same body for both tenants; the mail address alone tells their callers apart. */
    private static String write(Named named, String name) {
        String email =
                "%s.%s@%s.example"
                        .formatted(
                                name,
                                named.key(),
                                named.caller().user().isPresent() ? "twin" : "platform");
        String body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put(
                                "query",
                                "mutation { createUser(data: { name: \"%1$s\", title: \"%1$s\", email: \"%2$s\" }) { id name } }"
                                        .formatted(name, email))
                        .toString();
        return engine.answer(
                        named.caller(),
                        new GraphqlHttpRequest(
                                "POST",
                                Optional.of("application/json"),
                                Optional.of("application/json"),
                                Map.of(),
                                body.getBytes(StandardCharsets.UTF_8),
                                Optional.of(named.key()),
                                Requests.TRACE_ID))
                .toString();
    }
}
