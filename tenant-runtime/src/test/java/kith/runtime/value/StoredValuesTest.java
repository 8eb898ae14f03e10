package kith.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kith.metadata.field.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class StoredValuesTest {

    private static final Instant MOMENT = Instant.parse("2026-07-04T12:30:00.120Z");
    private static final UUID ID = UUID.fromString("01980c5e-6f3a-7c55-8f0e-2b7a6f3d9b11");

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(new FieldType.Text(10), "text"),
                Arguments.of(new FieldType.Numeric(18, 4), new BigDecimal("-12.3400")),
                Arguments.of(new FieldType.Currency(2), new BigDecimal("0.01")),
                Arguments.of(new FieldType.Date(), LocalDate.of(1, 1, 1)),
                Arguments.of(new FieldType.DateTime(), MOMENT),
                Arguments.of(new FieldType.Checkbox(), true),
                Arguments.of(new FieldType.Lookup("Account", Optional.empty()), ID));
    }

    @ParameterizedTest
    @MethodSource("values")
    void findsInAColumnWhatWasPutThere(FieldType type, Object value) {
        assertThat(StoredValues.fromColumn(type, StoredValues.toColumn(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("values")
    void findsInTheOverflowWhatWasPutThere(FieldType type, Object value) {
        assertThat(StoredValues.fromOverflow(type, StoredValues.toOverflow(value)))
                .isEqualTo(value);
    }

    @Test
    void keepsLargeNumbersAndListsInTheOverflow() {
        var large = new BigDecimal("12345678901234567890123456789012345.123");
        assertThat(
                        StoredValues.fromOverflow(
                                new FieldType.Numeric(38, 3), StoredValues.toOverflow(large)))
                .isEqualTo(large);
        assertThat(
                        StoredValues.fromOverflow(
                                new FieldType.MultiPicklist(List.of()),
                                StoredValues.toOverflow(List.of("a", "b"))))
                .isEqualTo(List.of("a", "b"));
    }

    @Test
    void scalesNumbersByTheDecimalsOfTheirField() {
        assertThat(StoredValues.toColumn(new BigDecimal("12.50"))).isEqualTo(1250L);
    }

    @Test
    void showsValuesAsTheApiDoes() {
        assertThat(
                        Stream.of(new BigDecimal("1E+3").setScale(2), MOMENT, true, List.of("a"))
                                .map(ValueJson::of)
                                .map(Object::toString))
                .containsExactly("\"1000.00\"", "\"2026-07-04T12:30:00.120Z\"", "true", "[\"a\"]");
        assertThat(ValueJson.of(null).isNull()).isTrue();
    }

    @Test
    void readsWhatDocumentsHold() {
        var json = JsonMapper.shared().readTree("[\"a\", 1.5, true, null]");
        assertThat(ValueJson.raw(json))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactly("a", new BigDecimal("1.5"), true, null);
    }

    @Test
    void comparesUniqueValuesByWhatTheyMean() {
        assertThat(UniqueKeys.of(new FieldType.Email(), "Jane@example.com"))
                .isEqualTo(UniqueKeys.of(new FieldType.Email(), "jane@example.com"));
        assertThat(UniqueKeys.of(new FieldType.Text(9), "Jane"))
                .isNotEqualTo(UniqueKeys.of(new FieldType.Text(9), "jane"));
        assertThat(UniqueKeys.of(new FieldType.Numeric(9, 2), new BigDecimal("1.50")))
                .isEqualTo("1.5");
        assertThat(UniqueKeys.of(new FieldType.LongText(9000), "x".repeat(9000))).hasSize(72);
    }
}
