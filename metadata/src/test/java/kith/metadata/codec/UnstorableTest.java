package kith.metadata.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class UnstorableTest {

    @Test
    void findsTextsThatTheDatabaseCannotKeep() {
        assertThat(Unstorable.in(json("{'a':[{'b':'x'},{'b':'x\\u0000'}]}")))
                .contains(List.of("a", 1, "b"));
        assertThat(Unstorable.in(json("{'a':'\\ud800'}"))).contains(List.of("a"));
        assertThat(Unstorable.in(json("{'a':{'\\u0000':1}}"))).contains(List.of("a"));
    }

    @Test
    void takesEverythingElse() {
        assertThat(Unstorable.in(json("{'a':['\\ud83d\\ude00 \\n\\t', 1, true, null]}"))).isEmpty();
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text.replace('\'', '"'));
    }
}
