package kith.runtime.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.expression.Compilation;
import kith.metadata.expression.Evaluator;
import kith.metadata.expression.Expression;
import kith.metadata.expression.ExpressionCompiler;
import kith.metadata.expression.ExpressionScope;
import kith.metadata.expression.ExpressionTree;
import kith.metadata.expression.Function;
import kith.metadata.expression.FunctionLibrary;
import kith.runtime.testing.SampleCatalog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes down what random expressions give for random records, for the evaluator of the web app,
 * whose tests compute the same. {@code -Dkith.expression.count=…} makes a larger file of other
 * expressions beside the kept one, and {@code -Dkith.expression.keep=true} a new kept one.
 */
class BrowserAgreementTest {

    private static final Catalog CATALOG = SampleCatalog.read("/expression/catalog.yaml");
    private static final Path KEPT = Path.of("../admin-console/test/expression/agreement.json");
    private static final Path LARGER = Path.of("../admin-console/target/agreement.json");
    private static final Instant NOW = Instant.parse("2026-03-29T00:30:00.123Z");
    private static final int SEED = 20_261_122;
    private static final int DEALS = 6;
    private static final int COUNT = 500;

    /** Longer lines are left out: the file is kept with the code. */
    private static final int LONGEST = 2_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Test
    void keepsTheFileThatTheWebAppIsTestedWith() throws IOException {
        String made = written(SEED, COUNT);
        if (Boolean.getBoolean("kith.expression.keep")) {
            Files.writeString(KEPT, made);
        }

        assertThat(Files.readString(KEPT)).isEqualTo(made);
    }

    @Test
    void makesMoreWhereAsked() throws IOException {
        int count = Integer.getInteger("kith.expression.count", 0);
        if (count > 0) {
            Files.createDirectories(LARGER.getParent());
            Files.writeString(LARGER, written(System.nanoTime(), count));
        }

        assertThat(written(SEED, 1)).contains("\"expressions\":[");
    }

    private static String written(long seed, int count) {
        SampleDeals deals = SampleDeals.make(CATALOG, new Random(seed), DEALS);
        RandomExpressions random = new RandomExpressions(new Random(seed));
        List<String> texts = new ArrayList<>(List.of("now()", "today()", "today('Asia/Kolkata')"));
        FunctionLibrary.standard().all().stream()
                .filter(function -> function.notInSql().isEmpty())
                .flatMap(function -> function.examples().stream())
                .map(Function.Example::expression)
                .forEach(texts::add);
        ObjectNode file = NODES.objectNode().put("now", text(NOW));
        ArrayNode ids = file.putArray("deals");
        deals.deals().forEach(id -> ids.add(id.toString()));
        ObjectNode records = file.putObject("records");
        new TreeMap<>(deals.records())
                .forEach((id, values) -> records.set(id.toString(), record(values)));
        List<String> lines = new ArrayList<>();
        texts.forEach(text -> lines.add(line(text, deals)));
        for (int made = 0; made < count; ) {
            String line = line(random.next(), deals);
            if (line.length() <= LONGEST) {
                lines.add(line);
                made++;
            }
        }
        String head = JsonMapper.shared().writeValueAsString(file);
        return head.substring(0, head.length() - 1)
                + ",\"expressions\":[\n"
                + String.join(",\n", lines)
                + "\n]}\n";
    }

    private static String line(String text, SampleDeals deals) {
        Expression expression = compiled(text);
        ObjectNode line =
                NODES.objectNode().put("text", text).put("kind", expression.kind().name());
        line.set("tree", ExpressionTree.of(expression));
        ArrayNode results = line.putArray("results");
        for (UUID deal : deals.deals()) {
            results.add(text(new Evaluator(deals.of(deal), NOW).evaluate(expression)));
        }
        return JsonMapper.shared().writeValueAsString(line);
    }

    private static ObjectNode record(Map<String, Object> values) {
        ObjectNode record = NODES.objectNode();
        new TreeMap<>(values)
                .forEach((name, value) -> {
                    ObjectNode typed = record.putObject(name);
                    switch (value) {
                        case BigDecimal number -> typed.put("number", text(number));
                        case Instant moment -> typed.put("moment", text(moment));
                        case Boolean flag -> typed.put("flag", flag);
                        case List<?> choices -> {
                            ArrayNode all = typed.putArray("choices");
                            choices.forEach(one -> all.add(one.toString()));
                        }
                        default -> typed.put("text", value.toString());
                    }
                });
        return record;
    }

    private static Expression compiled(String text) {
        ExpressionScope scope = new ExpressionScope(CATALOG.require("Deal"), CATALOG::object);
        return switch (ExpressionCompiler.compile(text, scope)) {
            case Compilation.Compiled(var expression) -> expression;
            case Compilation.Refused(var errors) -> throw new AssertionError(text + ": " + errors);
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number ->
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            case Instant moment ->
                    DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
                            .withZone(ZoneOffset.UTC)
                            .format(moment);
            default -> value.toString();
        };
    }
}
