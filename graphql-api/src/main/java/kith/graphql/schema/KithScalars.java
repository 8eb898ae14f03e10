package kith.graphql.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import kith.runtime.value.ValueJson;
import org.jspecify.annotations.Nullable;

/**
 * The scalars beside those of GraphQL itself. Their input stays as the caller wrote it (text, or an
 * exact number), so that a value that its field refuses is reported like every other violation.
 */
public final class KithScalars {

    /** An exact decimal number. */
    public static final GraphQLScalarType DECIMAL =
            scalar(
                    "Decimal",
                    "An exact decimal number. Answered as a string; taken as a string or a number,"
                            + " without rounding.",
                    new DecimalInput());

    /** A calendar day. */
    public static final GraphQLScalarType DATE =
            scalar(
                    "Date",
                    "A calendar day without zone, ISO 8601: 2026-01-31.",
                    new TextInput("Date"));

    /** A moment. */
    public static final GraphQLScalarType DATE_TIME =
            scalar(
                    "DateTime",
                    "A moment in UTC, ISO 8601: 2026-01-31T12:00:00Z.",
                    new TextInput("DateTime"));

    /** Any JSON value. */
    public static final GraphQLScalarType JSON = scalar("JSON", "Any JSON value.", new AnyInput());

    private KithScalars() {}

    private static GraphQLScalarType scalar(
            String name, String description, Coercing<Object, Object> coercing) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .description(description)
                .coercing(coercing)
                .build();
    }

    private static final class DecimalInput implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        }

        @Override
        public Object parseValue(Object value, GraphQLContext context, Locale locale) {
            return switch (value) {
                case String text -> text;
                case BigDecimal number -> number;
                case BigInteger number -> new BigDecimal(number);
                case Integer number -> BigDecimal.valueOf(number);
                case Long number -> BigDecimal.valueOf(number);
                default ->
                        throw new CoercingParseValueException(
                                "Decimal takes a string or a number.");
            };
        }

        @Override
        public Object parseLiteral(
                Value<?> literal,
                CoercedVariables variables,
                GraphQLContext context,
                Locale locale) {
            return switch (literal) {
                case StringValue text -> Objects.requireNonNull(text.getValue());
                case IntValue number -> new BigDecimal(number.getValue());
                case FloatValue number -> number.getValue();
                default ->
                        throw new CoercingParseLiteralException(
                                "Decimal takes a string or a number.");
            };
        }

        @Override
        public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
            return StringValue.of(value.toString());
        }
    }

    private record TextInput(String name) implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return value instanceof Instant moment ? ValueJson.text(moment) : value.toString();
        }

        @Override
        public Object parseValue(Object value, GraphQLContext context, Locale locale) {
            if (value instanceof String text) {
                return text;
            }
            throw new CoercingParseValueException(name + " takes a string.");
        }

        @Override
        public Object parseLiteral(
                Value<?> literal,
                CoercedVariables variables,
                GraphQLContext context,
                Locale locale) {
            if (literal instanceof StringValue text) {
                return Objects.requireNonNull(text.getValue());
            }
            throw new CoercingParseLiteralException(name + " takes a string.");
        }

        @Override
        public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
            return StringValue.of(value.toString());
        }
    }

    private static final class AnyInput implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return value;
        }

        @Override
        public Object parseValue(Object value, GraphQLContext context, Locale locale) {
            return value;
        }

        @Override
        public @Nullable Object parseLiteral(
                Value<?> literal,
                CoercedVariables variables,
                GraphQLContext context,
                Locale locale) {
            return plain(literal, variables);
        }

        private static @Nullable Object plain(Value<?> literal, CoercedVariables variables) {
            return switch (literal) {
                case NullValue _ -> null;
                case StringValue text -> text.getValue();
                case BooleanValue truth -> truth.isValue();
                case IntValue number -> number.getValue();
                case FloatValue number -> number.getValue();
                case EnumValue name -> name.getName();
                case VariableReference variable -> variables.get(variable.getName());
                case ArrayValue array -> {
                    List<@Nullable Object> items = new ArrayList<>();
                    array.getValues().forEach(item -> items.add(plain(item, variables)));
                    yield items;
                }
                case ObjectValue object -> {
                    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
                    for (ObjectField field : object.getObjectFields()) {
                        entries.put(field.getName(), plain(field.getValue(), variables));
                    }
                    yield entries;
                }
                default -> throw new CoercingParseLiteralException("JSON takes any value.");
            };
        }

        @Override
        public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
            return StringValue.of(value.toString());
        }
    }
}
