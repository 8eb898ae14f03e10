package kith.graphql.reference.interpret;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kith.graphql.reference.world.Form;
import kith.graphql.reference.world.Kind;
import kith.graphql.reference.world.ModelField;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values of fields: read from requests, compared, and shown in answers. */
public record Values(TextOrder texts) {

    static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** What a request gives for a field; an empty text is no value. */
    public static Optional<Object> read(ModelField field, JsonNode given) {
        if (given.isNull() || (given.isString() && given.stringValue().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                switch (field.form()) {
                    case ID -> UUID.fromString(given.stringValue());
                    case STRING -> text(field.kind(), given.stringValue());
                    case STRINGS -> given.valueStream().map(JsonNode::stringValue).toList();
                    case INT, DECIMAL -> number(given).setScale(field.decimals());
                    case DATE -> LocalDate.parse(given.stringValue());
                    case DATE_TIME -> moment(given.stringValue());
                    case BOOLEAN -> given.booleanValue();
                });
    }

    static BigDecimal number(JsonNode given) {
        return given.isString() ? new BigDecimal(given.stringValue()) : given.decimalValue();
    }

    static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The domain of a mail address knows no case. */
    private static String text(Kind kind, String text) {
        int at = text.indexOf('@');
        return kind == Kind.EMAIL && at > 0
                ? text.substring(0, at) + text.substring(at).toLowerCase(Locale.ROOT)
                : text;
    }

    /** Values of the same field, in the order of lists. */
    int compare(Object one, Object other) {
        return switch (one) {
            case String text -> texts.compare(text, (String) other);
            case BigDecimal number -> number.compareTo((BigDecimal) other);
            case LocalDate date -> date.compareTo((LocalDate) other);
            case Instant moment -> moment.compareTo((Instant) other);
            case Boolean flag -> flag.compareTo((Boolean) other);
            // The signs of Java's halves are not in the order of ids.
            case UUID id -> id.toString().compareTo(other.toString());
            case Integer number -> number.compareTo((Integer) other);
            default -> throw new IllegalArgumentException("No order of " + one.getClass());
        };
    }

    static boolean areEqual(Object one, Object other) {
        return one instanceof BigDecimal number
                ? number.compareTo((BigDecimal) other) == 0
                : one.equals(other);
    }

    /** The value of a field as the API shows it. */
    static JsonNode shown(ModelField field, Optional<Object> value) {
        if (value.isEmpty()) {
            return field.form() == Form.STRINGS ? JSON.arrayNode() : JSON.nullNode();
        }
        return shown(field.form(), value.get());
    }

    static JsonNode shown(Form form, Object value) {
        return switch (value) {
            case BigDecimal number ->
                    form == Form.INT
                            ? JSON.numberNode(number)
                            : JSON.stringNode(number.toPlainString());
            case Boolean flag -> JSON.booleanNode(flag);
            case Instant moment -> JSON.stringNode(MOMENT.format(moment));
            case List<?> items -> {
                ArrayNode list = JSON.arrayNode();
                items.forEach(item -> list.add(String.valueOf(item)));
                yield list;
            }
            case Integer number -> JSON.numberNode(number);
            default -> JSON.stringNode(value.toString());
        };
    }
}
