package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonBytesTest {

    @Test
    void composesObjects() {
        byte[] json =
                JsonBytes.object()
                        .entry("a", JsonBytes.number(1))
                        .entry("b", JsonBytes.array(List.of(JsonBytes.flag(true), bytes("null"))))
                        .entry("c", JsonBytes.text("say \"hi\"\n"))
                        .endObject();

        assertThat(text(json)).isEqualTo("{\"a\":1,\"b\":[true,null],\"c\":\"say \\\"hi\\\"\\n\"}");
    }

    @Test
    void findsTheOnlyArray() {
        assertThat(text(JsonBytes.onlyArray(bytes("{\"x\" : [{\"y\":[1]}, null] }"))))
                .isEqualTo("[{\"y\":[1]}, null]");
    }

    @Test
    void takesArraysApartWithoutBeingFooledByTexts() {
        assertThat(
                        JsonBytes.elements(bytes("[{\"a\":\"],[\\\"}\"}, null,[1,2] ,\n \"x,y\"]"))
                                .stream()
                                .map(JsonBytesTest::text))
                .containsExactly("{\"a\":\"],[\\\"}\"}", "null", "[1,2]", "\"x,y\"");
        assertThat(JsonBytes.elements(bytes("[]"))).isEmpty();
        assertThat(JsonBytes.elements(bytes("[ ]"))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
