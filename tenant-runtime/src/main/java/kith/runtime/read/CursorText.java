package kith.runtime.read;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.runtime.sql.Sql;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cursors: base64url of a JSON array of the order's mark, the values of its keys and the id. The
 * database writes them, for only it sees the records; a forged one does no more than begin the
 * caller's own list elsewhere.
 */
final class CursorText {

    /** A double would lose digits. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static final int AROUND_VALUES = 2;

    private CursorText() {}

    /** The cursor of the record that the expressions stand for. */
    static Sql of(OrderPlan order, List<Sql> values, Sql id) {
        List<Sql> parts = new ArrayList<>();
        parts.add(Sql.constant("o" + order.mark()));
        for (int index = 0; index < values.size(); index++) {
            parts.add(part(values.get(index), order.keys().get(index).field()));
        }
        parts.add(id);
        return Sql.of(
                "translate(encode(convert_to(json_build_array({})::text, 'UTF8'), 'base64'),"
                        + " E'+/=\\n', '-_')",
                Sql.join(", ", parts));
    }

    /**
     * A text compared by code point may stand beside one that is compared otherwise; PostgreSQL
     * takes no two such collations in one call, and a JSON value has none.
     */
    private static Sql part(Sql value, Field field) {
        return ValueForm.of(field) == ValueForm.PLAIN ? Sql.of("to_json({})", value) : value;
    }

    /** The position, or nothing when it is no cursor of this order. */
    static Optional<CursorPosition> parse(String cursor, OrderPlan order) {
        try {
            JsonNode parts = JSON.readTree(Base64.getUrlDecoder().decode(cursor));
            return isOf(parts, order) ? Optional.of(position(parts, order)) : Optional.empty();
        } catch (IllegalArgumentException
                | DateTimeException
                | ArithmeticException
                | JacksonException notOurs) {
            return Optional.empty();
        }
    }

    private static boolean isOf(JsonNode parts, OrderPlan order) {
        return parts.isArray()
                && parts.size() == order.keys().size() + AROUND_VALUES
                && parts.get(0).isString()
                && parts.get(0).stringValue().equals("o" + order.mark());
    }

    private static CursorPosition position(JsonNode parts, OrderPlan order) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int index = 0; index < order.keys().size(); index++) {
            values.add(value(order.keys().get(index), parts.get(index + 1)));
        }
        return new CursorPosition(values, id(parts.get(parts.size() - 1)));
    }

    private static @Nullable Object value(OrderPlan.Key key, JsonNode part) {
        if (part.isNull()) {
            if (key.isOwn() && !FieldColumn.isNullable(key.field())) {
                throw new IllegalArgumentException("A value is missing");
            }
            return null;
        }
        return switch (ValueForm.of(key.field())) {
            case TEXT, PLAIN -> text(part);
            case SCALED -> whole(part);
            case EXACT -> number(part);
            case DATE -> LocalDate.parse(text(part));
            case MOMENT -> moment(part);
            case FLAG -> part.booleanValue();
            case ID -> id(part);
            case LIST, OBJECT -> throw new IllegalArgumentException("Such values have no order");
        };
    }

    private static String text(JsonNode part) {
        if (!part.isString() || !TextComparison.isStorable(part.stringValue())) {
            throw new IllegalArgumentException("No text of the database");
        }
        return part.stringValue();
    }

    private static Long whole(JsonNode part) {
        return part.longValue();
    }

    private static BigDecimal number(JsonNode part) {
        return ExactNumbers.within(part.decimalValue());
    }

    private static Instant moment(JsonNode part) {
        return OffsetDateTime.parse(text(part)).toInstant();
    }

    private static UUID id(JsonNode part) {
        return UUID.fromString(text(part));
    }
}
