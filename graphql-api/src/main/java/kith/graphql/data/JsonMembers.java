package kith.graphql.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Cuts a JSON object into its members without reading their values. */
public final class JsonMembers {

    private final byte[] json;
    private int position;

    private JsonMembers(byte[] json) {
        this.json = json;
    }

    /** A part of the bytes. */
    public record Slice(int from, int to) {
        /** A copy of the part. */
        public byte[] bytes(byte[] json) {
            return Arrays.copyOfRange(json, from, to);
        }

        void writeTo(ByteArrayOutputStream out, byte[] json) {
            out.write(json, from, to - from);
        }
    }

    /**
     * The members of a well-formed object.
     *
     * @param json UTF-8; its keys have no escapes
     */
    public static Map<String, Slice> of(byte[] json) {
        return new JsonMembers(json).members();
    }

    private Map<String, Slice> members() {
        Map<String, Slice> members = new LinkedHashMap<>();
        skipTo('{');
        while (true) {
            int quote = next('"', '}');
            if (json[quote] == '}') {
                return members;
            }
            position = quote;
            int keyStart = position + 1;
            skipText();
            String key =
                    new String(json, keyStart, position - 1 - keyStart, StandardCharsets.UTF_8);
            skipTo(':');
            int from = position;
            skipValue();
            members.put(key, new Slice(from, position));
        }
    }

    /** To behind the next byte of that kind. */
    private void skipTo(char wanted) {
        position = next(wanted, wanted) + 1;
    }

    private int next(char one, char other) {
        int index = position;
        while (json[index] != one && json[index] != other) {
            index++;
        }
        return index;
    }

    /** To behind the text that starts here. */
    private void skipText() {
        position++;
        while (json[position] != '"') {
            position += json[position] == '\\' ? 2 : 1;
        }
        position++;
    }

    /** To the comma or brace that ends the value. */
    private void skipValue() {
        int depth = 0;
        while (true) {
            switch (json[position]) {
                case '"' -> {
                    skipText();
                    continue;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    if (depth == 0) {
                        return;
                    }
                    depth--;
                }
                case ',' -> {
                    if (depth == 0) {
                        return;
                    }
                }
                default -> {}
            }
            position++;
        }
    }
}
