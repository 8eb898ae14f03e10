package kith.runtime.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The form of typed values in the API, in history and in the outbox: numbers are strings with the
 * decimals of their field, days and moments ISO 8601 (moments in UTC with milliseconds), lists
 * arrays, no value null.
 */
public final class ValueJson {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ValueJson() {}

    /** The JSON of a typed value. */
    public static JsonNode of(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case String text -> NODES.stringNode(text);
            case Boolean flag -> NODES.booleanNode(flag);
            case BigDecimal number -> NODES.stringNode(number.toPlainString());
            case Integer number -> NODES.numberNode(number);
            case LocalDate date -> NODES.stringNode(date.toString());
            case Instant moment -> NODES.stringNode(text(moment));
            case UUID id -> NODES.stringNode(id.toString());
            case List<?> items -> {
                ArrayNode array = NODES.arrayNode();
                items.forEach(item -> array.add(of(item)));
                yield array;
            }
            default -> throw new IllegalArgumentException("Not a typed value: " + value.getClass());
        };
    }

    /** Writes the JSON of a typed value behind a text. */
    public static void append(StringBuilder json, @Nullable Object value) {
        switch (value) {
            case null -> json.append("null");
            case String text -> appendText(json, text);
            case Boolean flag -> json.append(flag.booleanValue());
            case BigDecimal number -> json.append('"').append(number.toPlainString()).append('"');
            case Integer number -> json.append(number.intValue());
            case LocalDate date -> json.append('"').append(date).append('"');
            case Instant moment -> json.append('"').append(text(moment)).append('"');
            case UUID id -> json.append('"').append(id).append('"');
            case List<?> items -> {
                json.append('[');
                for (int index = 0; index < items.size(); index++) {
                    if (index > 0) {
                        json.append(',');
                    }
                    append(json, items.get(index));
                }
                json.append(']');
            }
            default -> throw new IllegalArgumentException("Not a typed value: " + value.getClass());
        }
    }

    private static void appendText(StringBuilder json, String text) {
        json.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        json.append('"');
    }

    /** A moment as the API shows it, e.g. {@code 2026-07-04T12:30:00.000Z}. */
    public static String text(Instant moment) {
        return MOMENT.format(moment);
    }

    /** What a document holds, as {@link FieldValues#coerce} takes it. */
    public static @Nullable Object raw(JsonNode json) {
        if (json.isArray()) {
            List<@Nullable Object> items = new ArrayList<>();
            json.forEach(item -> items.add(raw(item)));
            return items;
        }
        if (json.isNumber()) {
            return json.decimalValue();
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return json.isNull() || json.isMissingNode() ? null : json.asString();
    }
}
