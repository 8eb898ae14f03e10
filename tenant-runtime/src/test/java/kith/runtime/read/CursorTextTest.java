package kith.runtime.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.RowFilter;
import kith.runtime.testing.SampleCatalog;
import kith.runtime.testing.SampleRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTextTest {

    private static final Catalog CATALOG = SampleCatalog.read("/read-cases/catalog.yaml");
    private static final ObjectType ACCOUNT = CATALOG.require("Account");
    private static final String ID = "\"00000000-0000-7000-8000-000000000011\"";

    @Test
    void readsValuesOfEveryForm() {
        OrderPlan order =
                order(
                        "name",
                        "revenue",
                        "galaxies",
                        "founded",
                        "lastVisit",
                        "active",
                        "owner",
                        "audited");

        Optional<CursorPosition> position =
                CursorText.parse(
                        encoded(
                                "[\"o%s\", \"Ä\", 125050, 1.5000, \"1999-12-31\", \"2026-01-30T08:15:30.25+00:00\", true, null, \"2025-03-01\", %s]"
                                        .formatted(order.mark(), ID)),
                        order);

        assertThat(position.orElseThrow().values())
                .containsExactly(
                        "Ä",
                        125050L,
                        new BigDecimal("1.5000"),
                        LocalDate.of(1999, 12, 31),
                        Instant.parse("2026-01-30T08:15:30.250Z"),
                        true,
                        null,
                        "2025-03-01");
        assertThat(position.orElseThrow().id()).isEqualTo(SampleRecords.id(11));
    }

    @Test
    void refusesCursorsOfAnotherOrder() {
        OrderPlan byName = order("name");
        String cursor = encoded("[\"o%s\", \"Acme\", %s]".formatted(byName.mark(), ID));

        assertThat(CursorText.parse(cursor, byName)).isPresent();
        assertThat(CursorText.parse(cursor, order("motto"))).isEmpty();
        assertThat(CursorText.parse(cursor, order("name desc"))).isEmpty();
        assertThat(CursorText.parse(cursor, order("owner.name"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"MARK\"]",
                "[\"MARK\", 1]",
                "[\"MARK\", \"much\", ID]",
                "[\"MARK\", 1.5, ID]",
                "[\"MARK\", 99999999999999999999, ID]",
                "[\"MARK\", [1], ID]",
                "[\"MARK\", 1, \"no id\"]",
                "[\"MARK\", 1, null]",
                "[\"MARK\", 1, ID, 2]",
                "[1, 1, ID]",
                "{\"MARK\": 1}",
                "[\"MARK\", 1, ID",
                "null",
                ""
            })
    void refusesWhatIsNoCursor(String json) {
        OrderPlan order = order("revenue");
        String text = json.replace("MARK", "o" + order.mark()).replace("ID", ID);

        assertThat(CursorText.parse(encoded(text), order)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "ä", "not base 64", "/+/+"})
    void refusesWhatIsNotEvenEncoded(String cursor) {
        assertThat(CursorText.parse(cursor, order("revenue"))).isEmpty();
    }

    private static OrderPlan order(String... terms) {
        RequestYaml yaml = new RequestYaml(CATALOG);
        List<OrderPlan.Key> keys =
                List.of(terms).stream()
                        .map(text -> yaml.term(ACCOUNT, text))
                        .map(term ->
                                new OrderPlan.Key(
                                        term.through().stream().map(CursorTextTest::step).toList(),
                                        term.field(),
                                        term.isDescending(),
                                        term.nullsLast()))
                        .toList();
        return new OrderPlan(ACCOUNT.id(), keys, false);
    }

    private static OrderPlan.Step step(Field reference) {
        return new OrderPlan.Step(
                reference, new Source(CATALOG.require("User"), RowFilter.EVERYTHING, false));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
