package kith.graphql.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kith.graphql.reference.compare.Mismatch;
import kith.graphql.reference.engine.Engine;
import kith.graphql.reference.generate.Dice;
import kith.graphql.reference.generate.QueryGenerator;
import kith.graphql.reference.generate.Request;
import kith.graphql.reference.world.ModelObject;
import kith.runtime.access.MemberAccess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Thousands of generated queries, each answered by the engine and by the interpreter. The seed is
 * told on failure and taken from {@code -Dkith.reference.seed}; {@code -Dkith.reference.scenes} and
 * {@code -Dkith.reference.queries} make the run longer.
 */
class ReferenceReadsIT {

    private static final long SEED =
            Long.getLong("kith.reference.seed", RandomGenerator.getDefault().nextInt(1_000_000));
    private static final int SCENES = Integer.getInteger("kith.reference.scenes", 12);
    private static final int QUERIES = Integer.getInteger("kith.reference.queries", 250);
    private static final int LISTS = 12;
    private static final int MOST_REPORTS = 5;
    private static final JsonMapper EXACT =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static Engine engine;

    @BeforeAll
    static void start(TestReporter reporter) {
        reporter.publishEntry("kith.reference.seed", String.valueOf(SEED));
        engine = new Engine("reference_reads", new MemberAccess());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void answersEveryQueryAsTheGuidesSay() {
        List<String> reports = new ArrayList<>();
        for (long seed = SEED; seed < SEED + SCENES && reports.size() < MOST_REPORTS; seed++) {
            Scene scene = Scene.of(engine, seed);
            Dice dice = new Dice(seed);
            for (int index = 0; index < QUERIES && reports.size() < MOST_REPORTS; index++) {
                Request request = QueryGenerator.query(scene.world(), dice);
                Optional<Mismatch> mismatch = scene.mismatch(request);
                if (mismatch.isPresent()) {
                    reports.add(
                            "Seed %d, query %d. %s"
                                    .formatted(seed, index, scene.report(request, mismatch.get())));
                }
            }
        }
        assertThat(reports).isEmpty();
    }

    @Test
    void pagesThroughListsFromBothEnds() {
        for (long seed = SEED; seed < SEED + SCENES; seed++) {
            Scene scene = Scene.of(engine, ~seed);
            Dice dice = new Dice(seed);
            for (int list = 0; list < LISTS; list++) {
                ModelObject object = dice.pick(scene.world().model().objects());
                boolean isForward = dice.percent(50);
                Request request =
                        QueryGenerator.pages(
                                scene.world(), dice, object, isForward, dice.between(1, 4));
                follow(scene, seed, request, isForward);
            }
        }
    }

    /** Each page is as expected; where a page goes on, the next one begins there. */
    private static void follow(Scene scene, long seed, Request first, boolean isForward) {
        Request request = first;
        boolean isMore = true;
        while (isMore) {
            Optional<Mismatch> mismatch = scene.mismatch(request);
            Request asked = request;
            assertThat(mismatch)
                    .as(() ->
                            "Seed %d. %s"
                                    .formatted(seed, scene.report(asked, mismatch.orElseThrow())))
                    .isEmpty();
            JsonNode page = scene.actual(request).at("/data/list/pageInfo");
            isMore = page.get(isForward ? "hasNextPage" : "hasPreviousPage").booleanValue();
            JsonNode cursor = page.get(isForward ? "endCursor" : "startCursor");
            ObjectNode variables = (ObjectNode) EXACT.readTree(first.variables());
            variables.set("cursor", cursor);
            request = new Request(first.text(), variables.toString());
        }
    }
}
