package kith.graphql.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import kith.graphql.reference.compare.Mismatch;
import kith.graphql.reference.engine.Engine;
import kith.graphql.reference.generate.CatalogGenerator;
import kith.graphql.reference.generate.Dice;
import kith.graphql.reference.generate.QueryGenerator;
import kith.graphql.reference.generate.Request;
import kith.graphql.reference.world.Kind;
import kith.graphql.reference.world.Model;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.World;
import kith.runtime.access.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.JsonNode;

/**
 * Generated queries of a caller who may not know of the records of one object, nor of the values of
 * some fields: answers are those of a tenant without these records, and whoever names such a field
 * is refused. The seed is told on failure and taken from {@code -Dkith.reference.seed}.
 */
class ReferenceRightsIT {

    private static final long SEED =
            Long.getLong("kith.reference.seed", RandomGenerator.getDefault().nextInt(1_000_000));
    private static final int SCENES = 2;
    private static final int QUERIES = 150;
    private static final Pattern SECRET =
            Pattern.compile("\\b" + RestrictedAccess.FIELD + "(Currency)?\\b");

    private static Engine engine;

    @BeforeAll
    static void start(TestReporter reporter) {
        reporter.publishEntry("kith.reference.seed", String.valueOf(SEED));
        engine = new Engine("reference_rights", new RestrictedAccess());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void answersAsIfThereWereNothingThatTheCallerMayNotKnow() {
        int refused = 0;
        for (long seed = SEED; seed < SEED + SCENES; seed++) {
            Dice dice = new Dice(seed);
            Model model = withSecrets(new CatalogGenerator(dice).model(), dice);
            Scene whole = Scene.of(engine, model, "rights-" + seed, dice);
            Caller member =
                    new Caller(
                            whole.caller().tenant(),
                            whole.caller().user(),
                            false,
                            Caller.Origin.API);
            Scene seen = whole.with(member, visible(whole.world()));
            for (int index = 0; index < QUERIES; index++) {
                Request request = QueryGenerator.query(whole.world(), dice);
                if (isRefused(seen, request)) {
                    refused++;
                } else {
                    Optional<Mismatch> mismatch = seen.mismatch(request);
                    String place = "Seed %d, query %d. ".formatted(seed, index);
                    assertThat(mismatch)
                            .as(() -> place + whole.report(request, mismatch.orElseThrow()))
                            .isEmpty();
                }
            }
        }
        assertThat(refused).isBetween(1, SCENES * QUERIES / 2);
    }

    /** Who names a secret field is refused; in a part that is left out, it may be named. */
    private static boolean isRefused(Scene scene, Request request) {
        JsonNode answer = scene.actual(request);
        List<String> codes = new ArrayList<>();
        answer.path("errors").forEach(error -> codes.add(error.at("/extensions/code").asString()));
        boolean isNamed = SECRET.matcher(request.text() + request.variables()).find();
        boolean mayBeLeftOut =
                request.text().contains("@skip") || request.text().contains("@include");
        if (!isNamed) {
            assertThat(codes).as(request.toString()).isEmpty();
        } else if (!mayBeLeftOut) {
            assertThat(codes).as(request.toString()).isNotEmpty();
        }
        assertThat(codes).as(request.toString()).allMatch("FIELD_FORBIDDEN"::equals);
        return !codes.isEmpty();
    }

    private static Model withSecrets(Model model, Dice dice) {
        List<ModelObject> objects = new ArrayList<>();
        for (ModelObject object : model.objects()) {
            List<ModelField> fields = new ArrayList<>(object.fields());
            if (!object.name().equals(ModelObject.USER)) {
                Kind kind = dice.pick(List.of(Kind.TEXT, Kind.CURRENCY, Kind.DATE, Kind.BOOLEAN));
                fields.add(
                        ModelField.number(
                                RestrictedAccess.FIELD, kind, 18, 2, ModelField.Trait.PLAIN));
            }
            objects.add(
                    new ModelObject(
                            object.name(),
                            object.plural(),
                            object.isNumbered(),
                            object.keepsHistory(),
                            fields));
        }
        return new Model(objects);
    }

    private static World visible(World world) {
        World visible = world.copy();
        world.of(RestrictedAccess.OBJECT).forEach(row -> visible.remove(row.id()));
        return visible;
    }
}
