package kith.graphql.reference.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import kith.graphql.reference.Scene;
import kith.graphql.reference.compare.Mismatch;
import kith.graphql.reference.engine.Engine;
import kith.graphql.reference.generate.CatalogGenerator;
import kith.graphql.reference.generate.Dice;
import kith.graphql.reference.generate.Request;
import kith.graphql.reference.generate.RowGenerator;
import kith.graphql.reference.world.Kind;
import kith.graphql.reference.world.Model;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelObject;
import kith.runtime.access.MemberAccess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Sequences of generated mutations; after each one the engine's records are those of the model, and
 * a refusal has the codes that the model has. The seed is told on failure and taken from {@code
 * -Dkith.writes.seed}; {@code -Dkith.writes.scenes} and {@code -Dkith.writes.steps} make the run
 * longer.
 */
class GeneratedWritesIT {

    private static final long SEED =
            Long.getLong("kith.writes.seed", RandomGenerator.getDefault().nextInt(1_000_000));
    private static final int SCENES = Integer.getInteger("kith.writes.scenes", 3);
    private static final int STEPS = Integer.getInteger("kith.writes.steps", 100);

    private static Engine engine;

    @BeforeAll
    static void start(TestReporter reporter) {
        reporter.publishEntry("kith.writes.seed", String.valueOf(SEED));
        engine = new Engine("generated_writes", new MemberAccess());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void leavesTheRecordsThatTheGuidesSay() {
        for (long seed = SEED; seed < SEED + SCENES; seed++) {
            Dice dice = new Dice(seed);
            Model model = uncounted(new CatalogGenerator(dice).model());
            Scene scene = Scene.of(engine, model, "writes-" + seed, dice);
            Request everything = everything(model);
            RowGenerator rows = new RowGenerator(scene.world(), dice);
            for (int index = 0; index < STEPS; index++) {
                engine.turnTo(engine.now().plus(Duration.ofSeconds(dice.between(1, 900))));
                StepGenerator steps =
                        new StepGenerator(
                                scene.world(), dice, rows.in(scene.world()), engine.now());
                Optional<Step> step = steps.step();
                if (step.isPresent()) {
                    scene =
                            carryOut(
                                    scene,
                                    step.get(),
                                    "Seed %d, step %d.".formatted(seed, index),
                                    everything);
                }
            }
        }
    }

    private static Scene carryOut(Scene scene, Step step, String place, Request everything) {
        WriteModel model = new WriteModel(scene.world(), scene.caller().user(), engine.now());
        JsonNode answer = scene.actual(step.request());
        boolean isRefused = answer.has("errors");
        step.effect().accept(model, isRefused ? MissingNode.getInstance() : answer.get("data"));
        Set<String> codes = new TreeSet<>();
        answer.path("errors").forEach(error -> codes.add(error.at("/extensions/code").asString()));
        String as = "%s %s answered %s".formatted(place, step.request(), answer);
        assertThat(isRefused)
                .as(as + " expected " + model.codes())
                .isEqualTo(!model.codes().isEmpty());
        assertThat(model.codes()).as(as).containsAll(codes);
        Scene after = isRefused ? scene : scene.with(model.world());
        Optional<Mismatch> mismatch = after.mismatch(everything);
        assertThat(mismatch)
                .as(() -> as + after.report(everything, mismatch.orElseThrow()))
                .isEmpty();
        return after;
    }

    /** Without counted numbers, which only the engine knows. */
    private static Model uncounted(Model model) {
        return new Model(
                model.objects().stream()
                        .map(object ->
                                new ModelObject(
                                        object.name(),
                                        object.plural(),
                                        false,
                                        object.keepsHistory(),
                                        object.fields().stream()
                                                .filter(field -> field.kind() != Kind.AUTO_NUMBER)
                                                .toList()))
                        .toList());
    }

    /** All records with all their values and links. */
    private static Request everything(Model model) {
        List<String> lists = new ArrayList<>();
        for (ModelObject object : model.objects()) {
            String fields =
                    object.fields().stream()
                            .map(GeneratedWritesIT::selection)
                            .collect(Collectors.joining(" "));
            lists.add("%s(first: 400) { nodes { %s } }".formatted(object.plural(), fields));
            lists.add(
                    "bin%s: %s(first: 400, deleted: true) { nodes { %s } }"
                            .formatted(object.name(), object.plural(), fields));
        }
        return new Request("{ " + String.join("\n", lists) + " }", "{}");
    }

    private static String selection(ModelField field) {
        if (field.kind() == Kind.MANY_TO_MANY) {
            return field.name() + "(first: 40) { nodes { id } }";
        }
        return field.isPointer() ? field.name() + "Id" : field.name();
    }
}
