package kith.crm.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.write.RecordInput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NorthwindIT {

    private final Northwind northwind = new Northwind();

    @BeforeAll
    void loadEverything() {
        northwind.install();
        northwind.load();
    }

    @AfterAll
    void close() {
        northwind.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Region, 4",
        "Territory, 53",
        "State, 51",
        "User, 9",
        "Account, 91",
        "Contact, 91",
        "Supplier, 29",
        "Category, 8",
        "Product, 77",
        "Shipper, 6",
        "Order, 830",
        "OrderLine, 2155"
    })
    void bringsAllRows(String object, int rows) {
        assertThat(northwind.count(object)).isEqualTo(rows);
    }

    @Test
    void keepsTheMoneyToTheCent() {
        List<JsonNode> lines =
                all("OrderLine", List.of("unitPrice", "quantity", "discount", "amount"));

        assertThat(sum(lines.stream().map(NorthwindIT::unrounded).toList()))
                .isEqualByComparingTo(new BigDecimal("1265793.0395"));
        assertThat(sum(lines.stream().map(line -> decimal(line, "amount")).toList()))
                .isEqualByComparingTo(new BigDecimal("1265793.29"));
    }

    @Test
    void changesNothingWhenLoadedAgain() {
        long version = northwind.install();

        northwind.load();

        assertThat(northwind.install()).isEqualTo(version);
        assertThat(northwind.count("OrderLine")).isEqualTo(2155);
        assertThat(all("Order", List.of("version")))
                .allSatisfy(order -> assertThat(order.path("version").asInt()).isEqualTo(1));
    }

    @Test
    void takesThePriceOfTheProductWhereNoneIsGiven() {
        JsonNode line =
                northwind.create(
                        "OrderLine", line("10248", "3", 3), List.of("id", "unitPrice", "amount"));
        northwind.destroy("OrderLine", line.path("id").asString());

        assertThat(line.path("unitPrice").asString()).isEqualTo("10.00");
        assertThat(line.path("amount").asString()).isEqualTo("30.00");
    }

    @Test
    void refusesADiscontinuedProductFromThatDayOn() {
        Map<String, RecordInput.Value> order = new LinkedHashMap<>();
        order.put("name", new RecordInput.Plain("20000"));
        order.put("orderNumber", new RecordInput.Plain("20000"));
        order.put("account", northwind.reference("Account", "customerCode", "ALFKI"));
        order.put("orderDate", new RecordInput.Plain("1998-05-07"));
        JsonNode made = northwind.create("Order", order, List.of("id"));

        assertThatThrownBy(
                        () -> northwind.create("OrderLine", line("20000", "1", 1), List.of("id")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> {
                            Problem problem = refusal.problems().getFirst();
                            assertThat(problem.message()).contains("Chai", "discontinued");
                            assertThat(problem.path()).endsWith("product");
                        });
        northwind.create("OrderLine", line("20000", "3", 1), List.of("id"));
        northwind.destroy("Order", made.path("id").asString());
    }

    private Map<String, RecordInput.Value> line(String order, String product, int quantity) {
        Map<String, RecordInput.Value> line = new LinkedHashMap<>();
        line.put("order", northwind.reference("Order", "orderNumber", order));
        line.put("product", northwind.reference("Product", "productNumber", product));
        line.put("quantity", new RecordInput.Plain(quantity));
        return line;
    }

    private List<JsonNode> all(String object, List<String> fields) {
        List<JsonNode> records = new ArrayList<>();
        Optional<String> after = Optional.empty();
        boolean hasMore = true;
        while (hasMore) {
            JsonNode page = northwind.records(object, after, fields);
            page.path("nodes").forEach(records::add);
            after = Optional.of(page.path("page").path("end").asString());
            hasMore = page.path("page").path("more").asBoolean();
        }
        return records;
    }

    private static BigDecimal unrounded(JsonNode line) {
        BigDecimal share = BigDecimal.ONE.subtract(decimal(line, "discount").movePointLeft(2));
        return decimal(line, "unitPrice").multiply(decimal(line, "quantity")).multiply(share);
    }

    private static BigDecimal decimal(JsonNode line, String field) {
        return new BigDecimal(line.path(field).asString());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
