package kith.graphql.data;

import graphql.GraphQLContext;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import kith.runtime.read.OpenValue;
import kith.runtime.read.ReadTemplate;

/**
 * Stands for the value of a variable while a query is compiled.
 *
 * @param path of the value within the variables
 * @param sample the value of the request at hand
 * @param type of all values that may come
 */
record OpenVariable(String path, Object sample, GraphQLScalarType type) {

    /**
     * The same for the engine.
     *
     * @param typedSample the sample as the field's type
     * @param typing makes a value of the field's type of one of the variable's type
     */
    OpenValue value(Object typedSample, Function<Object, Optional<Object>> typing) {
        Coercing<?, ?> coercing = type.getCoercing();
        return new OpenValue(
                ReadTemplate.valueName(path),
                typedSample,
                raw -> coerced(coercing, raw).flatMap(typing));
    }

    private static Optional<Object> coerced(Coercing<?, ?> coercing, Object raw) {
        try {
            return Optional.ofNullable(
                    coercing.parseValue(raw, GraphQLContext.getDefault(), Locale.ENGLISH));
        } catch (CoercingParseValueException _) {
            // The full path says what is wrong with it.
            return Optional.empty();
        }
    }
}
