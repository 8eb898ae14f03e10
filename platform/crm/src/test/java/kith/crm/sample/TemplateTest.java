package kith.crm.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private final Map<String, String> row =
            Map.of(
                    "first",
                    "Nancy",
                    "street",
                    "507 - 20th Ave. E.\\nApt. 2A",
                    "discount",
                    "0.15",
                    "price",
                    "$1");

    private String fill(String text) {
        return new Template(text).fill(column -> row.getOrDefault(column, ""));
    }

    @Test
    void putsColumnsInTheirPlaces() {
        assertThat(fill("{first} at {price}")).isEqualTo("Nancy at $1");
    }

    @Test
    void appliesFunctions() {
        assertThat(fill("{first|lower}")).isEqualTo("nancy");
        assertThat(fill("{street|lines}")).isEqualTo("507 - 20th Ave. E.\nApt. 2A");
        assertThat(fill("{discount|percent}")).isEqualTo("15");
    }

    @Test
    void refusesAnUnknownFunction() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fill("{first|upper}"))
                .withMessageContaining("upper");
    }
}
