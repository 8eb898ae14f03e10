package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kith.graphql.data.AnswerLayout.Group;
import kith.graphql.data.AnswerLayout.Introspected;
import kith.graphql.data.AnswerLayout.Known;
import kith.graphql.data.AnswerLayout.Records;
import org.junit.jupiter.api.Test;

class AnswerLayoutTest {

    @Test
    void passesRecordsOnWhereNothingStandsBesideThem() {
        byte[] records = bytes("{\"a\" : 1}");

        assertThat(new AnswerLayout(List.of(new Records("a", "a"))).data(records, Map.of()))
                .isSameAs(records);
    }

    @Test
    void putsAllInTheOrderOfTheRequest() {
        AnswerLayout layout =
                new AnswerLayout(
                        List.of(
                                new Known("t", "Query"),
                                new Records("b", "b"),
                                new Group(
                                        "me",
                                        List.of(
                                                new Records("user", "me.0"),
                                                new Known("none", null))),
                                new Introspected("s"),
                                new Records("a", "a")));

        byte[] data =
                layout.data(
                        bytes(
                                """
                                { "a" : [1, {"x": "},]\\"{"}], "b":"ü\\\\", "me.0" : null }
                                """),
                        Map.of("s", Map.of("name", "x")));

        assertThat(new String(data, StandardCharsets.UTF_8))
                .isEqualToIgnoringWhitespace(
                        """
                        {"t":"Query","b":"ü\\\\","me":{"user":null,"none":null},"s":{"name":"x"},"a":[1,{"x":"},]\\"{"}]}
                        """);
    }

    @Test
    void cutsAnEmptyObject() {
        assertThat(JsonMembers.of(bytes(" { } "))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
