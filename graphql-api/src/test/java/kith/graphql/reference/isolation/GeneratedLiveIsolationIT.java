package kith.graphql.reference.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import kith.graphql.data.Subscriptions;
import kith.graphql.live.LiveHub;
import kith.graphql.reference.Scene;
import kith.graphql.reference.engine.Engine;
import kith.graphql.reference.generate.Dice;
import kith.graphql.reference.generate.QueryGenerator;
import kith.graphql.reference.generate.Request;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Row;
import kith.runtime.access.MemberAccess;
import kith.runtime.read.StreamCursor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.JsonNode;

/**
 * Subscribers of one tenant, with ids, filters and cursors of another one that is being written to.
 * The seed is told on failure and taken from {@code -Dkith.isolation.seed}; {@code
 * -Dkith.isolation.scenes} makes the run longer.
 */
class GeneratedLiveIsolationIT {

    private static final long SEED =
            Long.getLong("kith.isolation.seed", RandomGenerator.getDefault().nextInt(1_000_000));
    private static final int SCENES = Integer.getInteger("kith.isolation.scenes", 2);
    private static final int GENERATED = 5;
    private static final int CURSORS = 25;

    private static Engine engine;
    private static Subscriptions subscriptions;

    @BeforeAll
    static void start(TestReporter reporter) {
        reporter.publishEntry("kith.isolation.seed", String.valueOf(SEED));
        engine = new Engine("live_isolation", new MemberAccess());
        subscriptions = engine.subscriptions();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void tellsSubscribersNothingOfWhatAnotherTenantWrites() {
        for (long seed = SEED; seed < SEED + SCENES; seed++) {
            Neighbours neighbours = Neighbours.of(engine, "live", seed);
            try (LiveHub hub = engine.hub()) {
                Map<String, Hearing> own = all(hub, neighbours.own());
                Map<String, Hearing> other = all(hub, neighbours.other());
                List<Hearing> curious = curious(hub, neighbours, new Dice(seed));
                writeAll(hub, neighbours, neighbours.other(), 1);
                writeAll(hub, neighbours, neighbours.own(), 1);
                // The second round begins when everybody was told of the first one.
                own.forEach(
                        (name, hearing) -> hearing.awaitEvents(written(neighbours.own(), name)));
                writeAll(hub, neighbours, neighbours.own(), 2);
                own.forEach((name, hearing) ->
                        hearing.awaitEvents(2 * written(neighbours.own(), name)));
                other.forEach(
                        (name, hearing) -> hearing.awaitEvents(written(neighbours.other(), name)));

                own.forEach((name, hearing) ->
                        assertThat(hearing.told()).hasSize(2 * written(neighbours.own(), name)));
                Set<String> others = neighbours.idsOfOther();
                long at = seed;
                Stream.concat(own.values().stream(), curious.stream())
                        .forEach(hearing -> {
                            String told = hearing.refusal() + hearing.told();
                            assertThat(Neighbours.ids(told))
                                    .as("Seed %d. %s", at, hearing.request())
                                    .doesNotContainAnyElementsOf(others);
                            assertThat(told)
                                    .doesNotContain(neighbours.other().caller().tenant().slug());
                        });
                assertThat(curious).anyMatch(hearing -> !hearing.told().isEmpty());
            }
        }
    }

    /** Somebody for each object who is told all. */
    private static Map<String, Hearing> all(LiveHub hub, Scene scene) {
        Map<String, Hearing> all = new LinkedHashMap<>();
        for (ModelObject object : scene.world().model().objects()) {
            String text =
                    "subscription { %sChanged { kind recordId cursor changes { field before after } node { id name ownerId } } }"
                            .formatted(object.single());
            all.put(
                    object.name(),
                    Hearing.of(hub, subscriptions, scene.caller(), new Request(text, "{}")));
        }
        return all;
    }

    /** Those of the own tenant who ask for what the other one has. */
    private static List<Hearing> curious(LiveHub hub, Neighbours neighbours, Dice dice) {
        List<Hearing> curious = new ArrayList<>();
        for (ModelObject object : neighbours.own().world().model().objects()) {
            List<Request> requests = new ArrayList<>();
            for (Row row : dice.some(neighbours.other().world().of(object.name()), 1, 3)) {
                for (String filter :
                        List.of(
                                "id: { eq: $x }",
                                "id: { in: [$x] }",
                                "or: [{ id: { eq: $x } }, { name: { isNull: false } }]",
                                "not: { id: { ne: $x } }",
                                "owner: { id: { ne: $x } }")) {
                    String text =
                            "subscription ($x: ID!) { %sChanged(filter: { %s }) { kind recordId actor { id } node { id owner { id name } } } }"
                                    .formatted(object.single(), filter);
                    requests.add(new Request(text, "{\"x\":\"%s\"}".formatted(row.id())));
                }
            }
            for (int number = 0; number < GENERATED; number++) {
                requests.add(QueryGenerator.subscription(neighbours.other().world(), dice, object));
            }
            requests.forEach(request ->
                    curious.add(
                            Hearing.of(hub, subscriptions, neighbours.own().caller(), request)));
        }
        return curious;
    }

    /** How many changes are told of the object when {@link #writeAll} has written once. */
    private static int written(Scene scene, String object) {
        return Math.min(2, scene.world().live(object).size());
    }

    /** Changes two records of every object; the hub is told that both tenants were written to. */
    private static void writeAll(LiveHub hub, Neighbours neighbours, Scene scene, int round) {
        for (ModelObject object : scene.world().model().objects()) {
            String field = object.name().equals(ModelObject.USER) ? "title" : "code";
            scene.world().live(object.name()).stream()
                    .limit(written(scene, object.name()))
                    .forEach(row -> {
                        String text =
                                "mutation { update%s(id: \"%s\", data: { %s: \"%s\" }) { id } }"
                                        .formatted(
                                                object.name(),
                                                row.id(),
                                                field,
                                                "round " + round + " " + row.id());
                        JsonNode answer = scene.actual(new Request(text, "{}"));
                        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
                        hub.written(neighbours.own().caller().tenant());
                        hub.written(neighbours.other().caller().tenant());
                    });
        }
    }

    @Test
    void beginsAtNoCursorOfAnotherTenant() {
        Neighbours neighbours = Neighbours.of(engine, "cursor", SEED);
        Dice dice = new Dice(SEED);
        Set<String> others = neighbours.idsOfOther();
        StreamCursor mine = StreamCursor.parse(latest(neighbours.own())).orElseThrow();
        try (LiveHub hub = engine.hub()) {
            for (String foreign : dice.some(cursors(neighbours.other()), CURSORS, CURSORS)) {
                long position = StreamCursor.parse(foreign).orElseThrow().position();
                String unknown = new StreamCursor(mine.mark() + 1, position).text();
                assertThat(changes(neighbours.own(), foreign))
                        .contains("CURSOR_UNKNOWN")
                        .isEqualTo(changes(neighbours.own(), unknown));
                assertThat(
                                Neighbours.ids(
                                        changes(
                                                neighbours.own(),
                                                new StreamCursor(mine.mark(), position).text())))
                        .doesNotContainAnyElementsOf(others);
                ModelObject object = dice.pick(neighbours.own().world().model().objects());
                try (Hearing first = after(hub, neighbours.own(), object, foreign);
                        Hearing second = after(hub, neighbours.own(), object, unknown)) {
                    assertThat(first.refusal())
                            .contains("CURSOR_UNKNOWN")
                            .isEqualTo(second.refusal());
                    assertThat(first.told()).isEmpty();
                }
            }
            for (ModelObject object : neighbours.own().world().model().objects()) {
                String start = new StreamCursor(mine.mark(), 0).text();
                try (Hearing whole = after(hub, neighbours.own(), object, start)) {
                    whole.awaitEvents(neighbours.own().world().of(object.name()).size());
                    assertThat(Neighbours.ids(whole.told().toString()))
                            .doesNotContainAnyElementsOf(others);
                }
            }
        }
    }

    private static Hearing after(LiveHub hub, Scene scene, ModelObject object, String cursor) {
        String text =
                "subscription ($c: String) { %sChanged(after: $c) { kind recordId node { id name } } }"
                        .formatted(object.single());
        return Hearing.of(
                hub,
                subscriptions,
                scene.caller(),
                new Request(text, "{\"c\":\"%s\"}".formatted(cursor)));
    }

    private static String changes(Scene scene, String cursor) {
        return scene.actual(
                        new Request(
                                "query ($c: String) { changes(after: $c, first: 200) { nodes { recordId actor { id } changes { before after } record { id } } } }",
                                "{\"c\":\"%s\"}".formatted(cursor)))
                .toString();
    }

    private static String latest(Scene scene) {
        return scene.actual(new Request("{ changes { latestCursor } }", "{}"))
                .at("/data/changes/latestCursor")
                .stringValue();
    }

    private static List<String> cursors(Scene scene) {
        JsonNode answer =
                scene.actual(new Request("{ changes(first: 500) { nodes { cursor } } }", "{}"));
        return answer.findValues("cursor").stream().map(JsonNode::stringValue).toList();
    }
}
