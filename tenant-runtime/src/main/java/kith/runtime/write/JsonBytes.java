package kith.runtime.write;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** Composes JSON of pieces that are JSON already, without parsing them. */
final class JsonBytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    private boolean isFirst = true;

    /** An object, entry by entry. */
    static JsonBytes object() {
        JsonBytes json = new JsonBytes();
        json.out.write('{');
        return json;
    }

    /** Adds an entry whose value is JSON. */
    JsonBytes entry(String key, byte[] value) {
        separate();
        out.writeBytes(text(key));
        out.write(':');
        out.writeBytes(value);
        return this;
    }

    byte[] endObject() {
        out.write('}');
        return out.toByteArray();
    }

    /** An array of values that are JSON. */
    static byte[] array(List<byte[]> values) {
        JsonBytes json = new JsonBytes();
        json.out.write('[');
        for (byte[] value : values) {
            json.separate();
            json.out.writeBytes(value);
        }
        json.out.write(']');
        return json.out.toByteArray();
    }

    static byte[] text(String text) {
        return utf8(JsonNodeFactory.instance.stringNode(text).toString());
    }

    static byte[] number(int number) {
        return utf8(Integer.toString(number));
    }

    static byte[] flag(boolean flag) {
        return utf8(Boolean.toString(flag));
    }

    /** The array that is the value of the only entry of an object; its key holds no bracket. */
    static byte[] onlyArray(byte[] object) {
        int from = 0;
        while (object[from] != '[') {
            from++;
        }
        int to = object.length - 1;
        while (object[to] != ']') {
            to--;
        }
        return Arrays.copyOfRange(object, from, to + 1);
    }

    /** The elements of an array. */
    static List<byte[]> elements(byte[] array) {
        List<byte[]> elements = new ArrayList<>();
        int depth = 0;
        boolean isInText = false;
        int start = 1;
        for (int at = 0; at < array.length; at++) {
            byte here = array[at];
            if (isInText) {
                if (here == '\\') {
                    at++;
                } else if (here == '"') {
                    isInText = false;
                }
                continue;
            }
            switch (here) {
                case '"' -> isInText = true;
                case '[', '{' -> depth++;
                case ']', '}' -> depth--;
                default -> {}
            }
            boolean isBetween = here == ',' && depth == 1;
            boolean isEnd = here == ']' && depth == 0;
            if (isBetween || isEnd) {
                byte[] element = stripped(array, start, at);
                if (element.length > 0) {
                    elements.add(element);
                }
                start = at + 1;
            }
        }
        return elements;
    }

    private static byte[] stripped(byte[] bytes, int from, int to) {
        int first = from;
        int last = to;
        while (first < last && isBlank(bytes[first])) {
            first++;
        }
        while (last > first && isBlank(bytes[last - 1])) {
            last--;
        }
        return Arrays.copyOfRange(bytes, first, last);
    }

    private static boolean isBlank(byte here) {
        return here == ' ' || here == '\n' || here == '\r' || here == '\t';
    }

    private void separate() {
        if (!isFirst) {
            out.write(',');
        }
        isFirst = false;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
