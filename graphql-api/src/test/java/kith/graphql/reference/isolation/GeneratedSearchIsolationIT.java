package kith.graphql.reference.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kith.graphql.reference.Scene;
import kith.graphql.reference.engine.Engine;
import kith.graphql.reference.generate.Dice;
import kith.graphql.reference.generate.Request;
import kith.graphql.reference.generate.Words;
import kith.graphql.reference.world.Kind;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelList;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Row;
import kith.runtime.access.MemberAccess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Searches of one tenant for what another one has. The seed is told on failure and taken from
 * {@code -Dkith.isolation.seed}; {@code -Dkith.isolation.scenes} makes the run longer.
 */
class GeneratedSearchIsolationIT {

    private static final long SEED =
            Long.getLong("kith.isolation.seed", RandomGenerator.getDefault().nextInt(1_000_000));
    private static final int SCENES = Integer.getInteger("kith.isolation.scenes", 2);
    private static final int SEARCHES = 40;
    private static final int CROWD = 150;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static Engine engine;

    @BeforeAll
    static void start(TestReporter reporter) {
        reporter.publishEntry("kith.isolation.seed", String.valueOf(SEED));
        engine = new Engine("search_isolation", new MemberAccess());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void findsNoWordThatOnlyAnotherTenantHas() {
        for (long seed = SEED; seed < SEED + SCENES; seed++) {
            Neighbours neighbours = Neighbours.of(engine, "words", seed);
            Dice dice = new Dice(seed);
            List<String> secrets = secrets(neighbours.other(), dice);
            follow(neighbours);
            Set<String> others = neighbours.idsOfOther();
            for (String secret : secrets) {
                assertThat(search(neighbours.other(), secret, "").toString())
                        .as("Seed %d", seed)
                        .contains(secret);
                String unknown = word(dice);
                String known = dice.pick(Words.all()) + " ";
                for (String before : List.of("", known)) {
                    for (int way = 0; way < 3; way++) {
                        String objects = dice.percent(50) ? "" : objects(neighbours.own(), dice);
                        JsonNode answer =
                                search(neighbours.own(), before + typed(secret, way), objects);
                        assertThat(answer)
                                .as("Seed %d, %s%s", seed, before, secret)
                                .isEqualTo(
                                        search(
                                                neighbours.own(),
                                                before + typed(unknown, way),
                                                objects));
                        assertThat(answer.toString()).doesNotContain(secret);
                        assertThat(Neighbours.ids(answer.toString()))
                                .doesNotContainAnyElementsOf(others);
                    }
                }
            }
        }
    }

    /** As it stands, unfinished, or with two letters in each other's place. */
    private static String typed(String word, int way) {
        return switch (way) {
            case 0 -> word;
            case 1 -> word.substring(0, word.length() - 3);
            default -> word.substring(0, 4) + word.charAt(5) + word.charAt(4) + word.substring(6);
        };
    }

    @Test
    void ranksAsIfNobodyElseHadTheWords() {
        for (long seed = SEED; seed < SEED + SCENES; seed++) {
            Neighbours neighbours = Neighbours.of(engine, "ranks", seed);
            follow(neighbours);
            Dice dice = new Dice(seed);
            TreeMap<String, JsonNode> before = new TreeMap<>();
            for (int number = 0; number < SEARCHES; number++) {
                String text = String.join(" ", dice.some(Words.all(), 1, dice.percent(60) ? 1 : 3));
                before.put(text, search(neighbours.own(), text, ""));
            }
            assertThat(before.values()).anyMatch(answer -> !answer.at("/edges").isEmpty());

            crowd(neighbours.other(), dice);
            follow(neighbours);

            long at = seed;
            before.forEach((text, answer) ->
                    assertThat(search(neighbours.own(), text, ""))
                            .as("Seed %d, %s", at, text)
                            .isEqualTo(answer));
        }
    }

    @Test
    void filtersWhatItFindsByNothingOfAnotherTenant() {
        for (long seed = SEED; seed < SEED + SCENES; seed++) {
            Neighbours neighbours = Neighbours.of(engine, "found", seed);
            follow(neighbours);
            Dice dice = new Dice(seed);
            Set<String> others = neighbours.idsOfOther();
            for (ModelObject object : neighbours.own().world().model().objects()) {
                for (ModelList list : neighbours.own().world().model().lists(object)) {
                    List<Row> foreign = neighbours.other().world().of(list.target());
                    if (!foreign.isEmpty()) {
                        String id = dice.pick(foreign).id().toString();
                        assertThat(found(neighbours.own(), object, list, id))
                                .as("Seed %d", seed)
                                .isEqualTo(
                                        found(
                                                neighbours.own(),
                                                object,
                                                list,
                                                "01900000-0000-7000-8000-00000000dead"))
                                .doesNotContainAnyElementsOf(others);
                    }
                }
            }
        }
    }

    /** The ids of what is found and, filtered by the id, of what belongs to it. */
    private static List<String> found(Scene scene, ModelObject object, ModelList list, String id) {
        String text =
                "query ($x: [ID!]) { search(text: \"a\", first: 50) { nodes { id ... on %s { l: %s(first: 5, filter: { or: [{ id: { in: $x } }, { ownerId: { in: $x } }] }) { totalCount nodes { id } } } } } }"
                        .formatted(object.name(), list.name());
        ObjectNode variables = JSON.objectNode();
        variables.putArray("x").add(id);
        JsonNode answer = scene.actual(new Request(text, variables.toString()));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return Neighbours.ids(answer.get("data").toString());
    }

    /** Words of the tenant's own, one in a text of some records of each object. */
    private static List<String> secrets(Scene scene, Dice dice) {
        List<String> secrets = new ArrayList<>();
        for (ModelObject object : scene.world().model().objects()) {
            List<ModelField> texts =
                    object.writable().stream()
                            .filter(field ->
                                    field.kind() == Kind.TEXT || field.kind() == Kind.LONG_TEXT)
                            .filter(field -> !field.isUnique())
                            .toList();
            for (Row row : dice.some(scene.world().live(object.name()), 2, 4)) {
                if (!texts.isEmpty()) {
                    String secret = word(dice);
                    String text = text(dice) + " " + secret;
                    write(
                            scene,
                            "mutation ($data: %1$sUpdateInput!) { update%1$s(id: \"%2$s\", data: $data) { id } }"
                                    .formatted(object.name(), row.id()),
                            JSON.objectNode().put(dice.pick(texts).name(), text));
                    secrets.add(secret);
                }
            }
        }
        return secrets;
    }

    /** Many more records with the words that both have. */
    private static void crowd(Scene scene, Dice dice) {
        var data = JSON.arrayNode();
        for (int number = 0; number < CROWD; number++) {
            data.addObject()
                    .put("name", "%s %s".formatted(text(dice), text(dice)))
                    .put("email", "crowd%d@acme.example".formatted(number));
        }
        write(
                scene,
                "mutation ($data: [UserCreateInput!]!) { createUsers(data: $data) { id } }",
                data);
    }

    private static void write(Scene scene, String text, JsonNode data) {
        JsonNode variables = JSON.objectNode().set("data", data);
        JsonNode answer = scene.actual(new Request(text, variables.toString()));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    }

    private static void follow(Neighbours neighbours) {
        engine.followWords(neighbours.own().caller().tenant());
        engine.followWords(neighbours.other().caller().tenant());
    }

    /** A text that stands in a line. */
    private static String text(Dice dice) {
        return dice.pick(Words.all()).replaceAll("[\n\t]", " ");
    }

    private static String word(Dice dice) {
        return IntStream.range(0, 11)
                .mapToObj(_ -> String.valueOf((char) ('a' + dice.below(26))))
                .collect(Collectors.joining("", "q", ""));
    }

    private static String objects(Scene scene, Dice dice) {
        return dice.some(scene.world().model().objects(), 1, 3).stream()
                .map(object -> '"' + object.name() + '"')
                .collect(Collectors.joining(", ", ", objects: [", "]"));
    }

    private static JsonNode search(Scene scene, String text, String objects) {
        String query =
                "query ($t: String!) { search(text: $t, first: 30%s) { edges { score node { id __typename } matches { field snippet { text isMatch } } } } }"
                        .formatted(objects);
        JsonNode answer =
                scene.actual(new Request(query, JSON.objectNode().put("t", text).toString()));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/search");
    }
}
