package kith.metadata.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** With {@code -Dkith.reference=write} the page is written instead of compared. */
class ExpressionReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "expressions.md");

    @Test
    void saysWhatTheLibraryHas() throws IOException {
        if ("write".equals(System.getProperty("kith.reference"))) {
            Files.writeString(PAGE, ExpressionReference.text());
        }

        assertThat(Files.readString(PAGE)).isEqualTo(ExpressionReference.text());
    }
}
