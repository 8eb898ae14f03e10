package kith.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValueJsonTest {

    static Stream<@Nullable Object> values() {
        return Stream.of(
                null,
                "plain",
                "quotes \" and \\ slashes / and \n\t breaks",
                "\u0000\u001f \u2028 ü 漢 😀",
                new BigDecimal("-12.50"),
                new BigDecimal("1E+3"),
                true,
                false,
                7,
                LocalDate.of(2026, 1, 31),
                Instant.parse("2026-07-04T12:30:00.120Z"),
                UUID.fromString("01980c5e-6f3a-7c55-8f0e-2b7a6f3d9b11"),
                List.of(),
                List.of("a", "b\"c"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void writesTheSameBehindATextAsByItself(@Nullable Object value) {
        StringBuilder json = new StringBuilder("[");
        ValueJson.append(json, value);

        assertThat(json.toString()).isEqualTo("[" + ValueJson.of(value)).doesNotContain("\n");
    }
}
