package kith.graphql.reference.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import kith.graphql.reference.Scene;
import kith.graphql.reference.compare.Mismatch;
import kith.graphql.reference.engine.Engine;
import kith.graphql.reference.generate.Dice;
import kith.graphql.reference.generate.QueryGenerator;
import kith.graphql.reference.generate.Request;
import kith.graphql.reference.generate.RowGenerator;
import kith.runtime.access.MemberAccess;
import kith.runtime.read.StreamCursor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Hundreds of requests of one tenant with what another one has. The seed is told on failure and
 * taken from {@code -Dkith.isolation.seed}; {@code -Dkith.isolation.scenes} makes the run longer.
 */
class GeneratedIsolationIT {

    private static final long SEED =
            Long.getLong("kith.isolation.seed", RandomGenerator.getDefault().nextInt(1_000_000));
    private static final int SCENES = Integer.getInteger("kith.isolation.scenes", 2);
    private static final int QUERIES = 60;
    private static final int TIMES_UNTIL_COMPILED = 3;

    private static Engine engine;

    @BeforeAll
    static void start(TestReporter reporter) {
        reporter.publishEntry("kith.isolation.seed", String.valueOf(SEED));
        engine = new Engine("generated_isolation", new MemberAccess());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void takesWhatAnotherTenantHasForWhatNobodyHas() throws SQLException {
        TenantTables tables = new TenantTables(engine.runtime());
        for (long seed = SEED; seed < SEED + SCENES; seed++) {
            Neighbours neighbours = Neighbours.of(engine, "ids", seed);
            Scene own = neighbours.own();
            Scene other = neighbours.other();
            Set<String> others = neighbours.idsOfOther();
            Map<String, String> before = tables.contents(other.caller().tenant());
            Dice dice = new Dice(seed);
            ForeignValues values =
                    new ForeignValues(
                            own.world(), other.world(), dice, new RowGenerator(own.world(), dice));
            List<Attempt> attempts = new ArrayList<>(new ReadAttempts(values).all());
            attempts.addAll(new WriteAttempts(values).all());
            assertThat(attempts).hasSizeGreaterThan(100);
            for (Attempt attempt : attempts) {
                String answer = answer(own, attempt, attempt.foreign());
                String expected = answer(own, attempt, attempt.unknown());
                assertThat(answer).as("Seed %d. %s", seed, attempt).isEqualTo(expected);
                assertThat(Neighbours.ids(answer))
                        .as("Seed %d. %s", seed, attempt)
                        .doesNotContainAnyElementsOf(others);
            }
            assertThat(tables.contents(other.caller().tenant()))
                    .as("Seed %d", seed)
                    .isEqualTo(before);
        }
    }

    private static String answer(Scene scene, Attempt attempt, String value) {
        Request request = new Request(attempt.text(), attempt.variablesWith(value));
        return scene.actual(request).toString().replace(Attempt.inJson(value), Attempt.PLACE);
    }

    @Test
    void givesEachTenantItsOwnAnswerToTheSameQuery() {
        for (long seed = SEED; seed < SEED + SCENES; seed++) {
            Neighbours neighbours = Neighbours.of(engine, "same", seed);
            Dice dice = new Dice(seed);
            for (int index = 0; index < QUERIES; index++) {
                Scene asker = dice.percent(50) ? neighbours.own() : neighbours.other();
                Request request = QueryGenerator.query(asker.world(), dice);
                for (int time = 0; time < TIMES_UNTIL_COMPILED; time++) {
                    assertAsTheGuidesSay(seed, neighbours.other(), request);
                }
                assertAsTheGuidesSay(seed, neighbours.own(), request);
            }
        }
    }

    private static void assertAsTheGuidesSay(long seed, Scene scene, Request request) {
        Optional<Mismatch> mismatch = scene.mismatch(request);
        assertThat(mismatch)
                .as(() ->
                        "Seed %d. %s"
                                .formatted(seed, scene.report(request, mismatch.orElseThrow())))
                .isEmpty();
    }

    @Test
    void putsNoCursorOfAnotherTenantIntoItsPlace() {
        Neighbours neighbours = Neighbours.of(engine, "cursors", SEED);
        Scene own = neighbours.own();
        Set<String> others = neighbours.idsOfOther();
        for (var object : own.world().model().objects()) {
            String list =
                    "query ($c: String) { l: %s(first: 3, after: $c) { edges { cursor node { id history(first: 1) { edges { cursor } } } } } }"
                            .formatted(object.plural());
            List<String> cursors = new ArrayList<>();
            neighbours
                    .other()
                    .actual(new Request(list, "{}"))
                    .findValues("cursor")
                    .forEach(cursor -> cursors.add(cursor.stringValue()));
            for (String cursor : cursors) {
                String variables = "{\"c\":\"%s\"}".formatted(cursor);
                String page = own.actual(new Request(list, variables)).toString();
                String history =
                        own.actual(
                                        new Request(
                                                "query ($c: String) { l: %s(first: 5) { nodes { history(after: $c) { nodes { version } } } } }"
                                                        .formatted(object.plural()),
                                                variables))
                                .toString();
                assertThat(Neighbours.ids(page + history)).doesNotContainAnyElementsOf(others);
            }
        }
        String stream =
                "query ($c: String) { changes(after: $c, first: 5) { nodes { recordId } latestCursor } }";
        String foreign =
                neighbours
                        .other()
                        .actual(new Request(stream, "{}"))
                        .at("/data/changes/latestCursor")
                        .stringValue();
        Attempt attempt =
                new Attempt(stream, "{\"c\":\"¤\"}", foreign, new StreamCursor(0, 1).text());
        assertThat(answer(own, attempt, foreign))
                .contains("CURSOR_UNKNOWN")
                .isEqualTo(answer(own, attempt, attempt.unknown()));
    }
}
