package kith.runtime.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import kith.metadata.catalog.Catalog;
import kith.metadata.expression.Compilation;
import kith.metadata.expression.Evaluator;
import kith.metadata.expression.Expression;
import kith.metadata.expression.ExpressionCompiler;
import kith.metadata.expression.ExpressionScope;
import kith.metadata.expression.Function;
import kith.metadata.expression.FunctionLibrary;
import kith.metadata.expression.Kind;
import kith.runtime.sql.Sql;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.testing.SampleCatalog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the database computes is what is computed in memory, to the last digit. */
class ExpressionAgreementIT {

    private static final Catalog CATALOG = SampleCatalog.read("/expression/catalog.yaml");
    private static final int BATCH = 60;
    private static final int BATCHES = Integer.getInteger("kith.expression.batches", 350);

    /** So that a failure can be had again: {@code -Dkith.expression.seed=…}. */
    private static final long SEED =
            Long.getLong("kith.expression.seed", System.currentTimeMillis());

    private static RuntimeDatabase runtime;
    private static Tenant tenant;
    private static SampleDeals deals;

    @BeforeAll
    static void fill() throws SQLException {
        runtime = RuntimeDatabase.fresh("expressions");
        tenant = runtime.tenant("acme", CATALOG.version());
        deals = SampleDeals.make(runtime, tenant, CATALOG, new Random(SEED));
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    static IntStream batches() {
        return IntStream.range(0, BATCHES);
    }

    @ParameterizedTest(name = "batch {0}")
    @MethodSource("batches")
    void agreesOnRandomExpressions(int batch) {
        RandomExpressions random = new RandomExpressions(new Random(SEED + batch));
        assertAgreement(IntStream.range(0, BATCH).mapToObj(_ -> random.next()).toList());
    }

    @Test
    void agreesOnTheExamplesOfAllFunctions() {
        List<String> examples =
                FunctionLibrary.standard().all().stream()
                        .filter(function -> function.notInSql().isEmpty())
                        .flatMap(function -> function.examples().stream())
                        .map(Function.Example::expression)
                        .toList();
        assertThat(examples).hasSizeGreaterThan(80);
        for (int from = 0; from < examples.size(); from += BATCH) {
            assertAgreement(examples.subList(from, Math.min(from + BATCH, examples.size())));
        }
    }

    @Test
    void knowsEveryFunctionOrWhyItIsNotForTheDatabase() {
        assertThat(FunctionLibrary.standard().all())
                .allSatisfy(function ->
                        assertThat(FunctionSql.knows(function))
                                .as(function.signature())
                                .isEqualTo(function.notInSql().isEmpty()));
    }

    @Test
    void knowsTheDayAndTheMoment() {
        JsonNode row = computed(List.of(compile("now()"), compile("today('UTC')"))).get(0);

        Instant now = Instant.parse(row.get(0).asString());
        assertThat(now).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(row.get(1).asString())
                .isEqualTo(now.atZone(ZoneOffset.UTC).toLocalDate().toString());
    }

    /** What is longer than a million characters is missing, and adds nothing to more. */
    @Test
    void agreesOnHowLongTextsGet() {
        List<String> texts =
                List.of(
                        "length(repeat('x', 600000) + repeat('y', 400000))",
                        "length(repeat('x', 600000) + repeat('y', 400001))",
                        "length(repeat('x', 600000) + repeat('y', 500000) + 'z')",
                        "length(title + repeat('x', 999999))",
                        "length(join('-', repeat('x', 500000), repeat('y', 499999)))",
                        "length(join('-', repeat('x', 500000), repeat('y', 500000)))");

        assertAgreement(texts);
        assertThat(
                        texts.stream()
                                .map(ExpressionAgreementIT::compile)
                                .map(expression ->
                                        new Evaluator(
                                                        deals.of(deals.deals().getFirst()),
                                                        Instant.EPOCH)
                                                .evaluate(expression))
                                .map(ExpressionAgreementIT::shown))
                .contains("1000000", null, "1");
    }

    private static void assertAgreement(List<String> texts) {
        List<Expression> expressions = texts.stream().map(ExpressionAgreementIT::compile).toList();
        JsonNode rows = computed(expressions);
        List<String> differences = new ArrayList<>();
        for (int row = 0; row < deals.deals().size(); row++) {
            UUID deal = deals.deals().get(row);
            Evaluator evaluator = new Evaluator(deals.of(deal), Instant.EPOCH);
            for (int column = 0; column < expressions.size(); column++) {
                JsonNode found = rows.get(row).get(column);
                @Nullable String ofDatabase = found.isNull() ? null : found.asString();
                @Nullable String ofMemory = shown(evaluator.evaluate(expressions.get(column)));
                if (!Objects.equals(ofDatabase, ofMemory)) {
                    differences.add(
                            "%s of %s: database %s, memory %s"
                                    .formatted(texts.get(column), deal, ofDatabase, ofMemory));
                }
            }
        }
        assertThat(differences).as("seed %d", SEED).isEmpty();
    }

    private static Expression compile(String text) {
        ExpressionScope scope = new ExpressionScope(CATALOG.require("Deal"), CATALOG::object);
        return switch (ExpressionCompiler.compile(text, scope)) {
            case Compilation.Compiled(var expression) -> expression;
            case Compilation.Refused(var errors) -> throw new AssertionError(text + ": " + errors);
        };
    }

    private static JsonNode computed(List<Expression> expressions) {
        ExpressionSql deal = new ExpressionSql(name -> Sql.of("r1.{}", Sql.identifier(name)));
        Sql json =
                Sql.of(
                        "(select json_agg(array[{}] order by r1.id) from record r1 where r1.tenant"
                                + " = {} and r1.object = {})",
                        Sql.join(
                                ", ",
                                expressions.stream()
                                        .map(one -> shown(one.kind(), deal.value(one)))
                                        .toList()),
                        Sql.bind(tenant.key()),
                        Sql.number(CATALOG.require("Deal").key()));
        byte[] answer =
                Objects.requireNonNull(
                        runtime.database()
                                .read(TenantExpectation.anyStateOf(tenant.key()), json)
                                .block());
        return JsonMapper.shared().readTree(answer);
    }

    private static Sql shown(Kind kind, Sql value) {
        return switch (kind) {
            case NUMBER -> Sql.of("trim_scale({})::text", value);
            case DATE -> Sql.of("to_char({}, 'YYYY-MM-DD')", value);
            case DATE_TIME ->
                    Sql.of(
                            "to_char({} at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')",
                            value);
            case TEXT, BOOLEAN, REFERENCE, CHOICES -> Sql.of("({})::text", value);
        };
    }

    private static @Nullable String shown(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number ->
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            case LocalDate date -> date.toString();
            case Instant moment ->
                    DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
                            .withZone(ZoneOffset.UTC)
                            .format(moment);
            default -> value.toString();
        };
    }
}
