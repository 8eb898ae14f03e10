package kith.graphql.reference;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.temporal.WeekFields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.graphql.reference.compare.Mismatch;
import kith.graphql.reference.engine.Engine;
import kith.graphql.reference.engine.Loading;
import kith.graphql.reference.generate.CatalogGenerator;
import kith.graphql.reference.generate.DerivedFields;
import kith.graphql.reference.generate.Dice;
import kith.graphql.reference.generate.Request;
import kith.graphql.reference.generate.Words;
import kith.graphql.reference.interpret.Cursors;
import kith.graphql.reference.interpret.Interpreter;
import kith.graphql.reference.interpret.Settings;
import kith.graphql.reference.interpret.TextOrder;
import kith.graphql.reference.interpret.Values;
import kith.graphql.reference.world.Derived;
import kith.graphql.reference.world.Model;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.ModelYaml;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.World;
import kith.runtime.access.Caller;
import kith.runtime.tenant.Tenant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A generated tenant, in the engine and as a world, with a caller and a time of day. */
public final class Scene {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(
                            tools.jackson.databind.DeserializationFeature
                                    .USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();
    private static final Instant NOW = Instant.parse("2026-07-04T12:30:00Z");
    private static final int ROWS_OF_BATCH = 9;

    /** Of the tenants: those with formulas and roll-ups. */
    private static final int DERIVED_PERCENT = 50;

    /** Of the others; of their objects more than half are then in tables of their own. */
    private static final int DEDICATED_PERCENT = 80;

    private final Engine engine;
    private final World world;
    private final Caller caller;
    private final Settings settings;
    private final Cursors cursors = new Cursors();

    private Scene(Engine engine, World world, Caller caller, Settings settings) {
        this.engine = engine;
        this.world = world;
        this.caller = caller;
        this.settings = settings;
    }

    /** A scene of its own for the seed. */
    static Scene of(Engine engine, long seed) {
        Dice dice = new Dice(seed);
        Model plain = new CatalogGenerator(dice).model();
        Model model = dice.percent(DERIVED_PERCENT) ? DerivedFields.addedTo(plain, dice) : plain;
        return of(engine, model, "t" + Long.toUnsignedString(seed), dice);
    }

    /** A tenant of this name with the model as its catalog. */
    public static Scene of(Engine engine, Model model, String slug, Dice dice) {
        Tenant tenant = engine.tenant(slug, model);
        World world = new World(model);
        new Loading(engine, tenant, world, dice).load(ROWS_OF_BATCH);
        Derived.addTo(world);
        // Moving them by hand binds no expressions anew.
        if (model.derived().isEmpty() && dice.percent(DEDICATED_PERCENT)) {
            engine.dedicate(tenant, _ -> dice.percent(60));
        }
        engine.turnTo(NOW);
        engine.runtime().asOwner(tenant, "analyze record, link");
        Caller caller =
                new Caller(
                        tenant,
                        Optional.of(world.live(ModelObject.USER).getFirst().id()),
                        true,
                        Caller.Origin.API);
        TextOrder texts = new TextOrder(engine::owner, texts(world));
        DayOfWeek weekStart = WeekFields.of(tenant.locale()).getFirstDayOfWeek();
        return new Scene(
                engine,
                world,
                caller,
                new Settings(
                        caller.user(),
                        NOW,
                        tenant.zone(),
                        weekStart,
                        tenant.currency().getCurrencyCode(),
                        new Values(texts)));
    }

    private static Set<String> texts(World world) {
        Stream<String> held =
                world.rows().stream()
                        .map(Row::values)
                        .flatMap(values -> values.values().stream())
                        .filter(String.class::isInstance)
                        .map(String.class::cast);
        Stream<String> choices =
                world.model().objects().stream()
                        .flatMap(object -> object.fields().stream())
                        .flatMap(field -> field.values().stream());
        return Stream.of(held, choices, Words.all().stream(), Stream.of("A-01"))
                .flatMap(texts -> texts)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same tenant with other records. */
    public Scene with(World next) {
        return with(caller, next);
    }

    /** The same tenant for another caller, and with other records. */
    public Scene with(Caller other, World next) {
        return new Scene(engine, next, other, settings);
    }

    public World world() {
        return world;
    }

    public Caller caller() {
        return caller;
    }

    /** What the engine says. */
    public JsonNode actual(Request request) {
        return engine.answer(caller, request);
    }

    /** What the guides say. */
    JsonNode expected(Request request) {
        return new Interpreter(world, settings, cursors)
                .answer(request.text(), JSON.readTree(request.variables()));
    }

    /** Where the two differ. */
    public Optional<Mismatch> mismatch(Request request) {
        JsonNode actual = actual(request);
        if (actual.has("errors")) {
            return Optional.of(new Mismatch("errors", "none", actual.get("errors").toString()));
        }
        return Mismatch.between(expected(request), actual.get("data"), cursors);
    }

    /** All that is needed to see the difference again. */
    public String report(Request request, Mismatch mismatch) {
        return """
        At %s
        expected %s
        actual   %s
        request:
        %s
        variables: %s
        caller: %s
        catalog:
        %s
        records:
        %s
        links: %s
        """
                .formatted(
                        mismatch.path(),
                        mismatch.expected(),
                        mismatch.actual(),
                        request.text(),
                        request.variables(),
                        caller.user(),
                        ModelYaml.of(world.model()),
                        world.rows().stream()
                                .map(row -> row.object().name() + " " + row.values())
                                .collect(Collectors.joining("\n")),
                        List.copyOf(world.links()));
    }
}
