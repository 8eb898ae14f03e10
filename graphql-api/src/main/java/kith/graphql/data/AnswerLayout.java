package kith.graphql.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the bytes of the records become the answer's data. Mostly they are it as they come; where
 * other things stand beside them, they are cut at the first level and put in order.
 */
record AnswerLayout(List<Entry> entries) {

    private static final JsonMapper JSON = new JsonMapper();

    AnswerLayout {
        entries = List.copyOf(entries);
    }

    /** One entry of an object of the answer. */
    sealed interface Entry {
        String key();
    }

    /** A part of the records' bytes, by its key there. */
    record Records(String key, String source) implements Entry {}

    /** A value that is known without asking. */
    record Known(String key, @Nullable Object value) implements Entry {}

    /** An object of further entries. */
    record Group(String key, List<Entry> entries) implements Entry {
        Group {
            entries = List.copyOf(entries);
        }
    }

    /** What introspection answers under this key. */
    record Introspected(String key) implements Entry {}

    boolean hasIntrospection() {
        return entries.stream().anyMatch(Introspected.class::isInstance);
    }

    /** Whether the records' bytes are the data as they are. */
    boolean isRecordsAlone() {
        return entries.stream()
                .allMatch(entry ->
                        entry instanceof Records(var key, var source) && key.equals(source));
    }

    /** The data of the answer. */
    byte[] data(byte[] records, Map<String, Object> introspected) {
        if (isRecordsAlone()) {
            return records;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(records.length + 256);
        new Writer(records, JsonMembers.of(records), introspected, out).write(entries);
        return out.toByteArray();
    }

    /** Puts an answer together. */
    private static final class Writer {
        private final byte[] json;
        private final Map<String, JsonMembers.Slice> records;
        private final Map<String, Object> introspected;
        private final ByteArrayOutputStream out;

        Writer(
                byte[] json,
                Map<String, JsonMembers.Slice> records,
                Map<String, Object> introspected,
                ByteArrayOutputStream out) {
            this.json = json;
            this.records = records;
            this.introspected = introspected;
            this.out = out;
        }

        void write(List<Entry> entries) {
            out.write('{');
            boolean isFirst = true;
            for (Entry entry : entries) {
                if (!isFirst) {
                    out.write(',');
                }
                isFirst = false;
                out.writeBytes(("\"" + entry.key() + "\":").getBytes(StandardCharsets.UTF_8));
                write(entry);
            }
            out.write('}');
        }

        private void write(Entry entry) {
            switch (entry) {
                case Records(var _, var source) ->
                        Objects.requireNonNull(records.get(source), source).writeTo(out, json);
                case Known(var _, var value) -> out.writeBytes(JSON.writeValueAsBytes(value));
                case Group(var _, var inner) -> write(inner);
                case Introspected(var key) ->
                        out.writeBytes(JSON.writeValueAsBytes(introspected.get(key)));
            }
        }
    }
}
