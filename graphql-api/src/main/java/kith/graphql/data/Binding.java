package kith.graphql.data;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.graphql.GraphqlProblem;
import kith.graphql.schema.TypeNames;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.field.FieldType;
import kith.runtime.access.Caller;
import kith.runtime.value.Coercion;
import kith.runtime.value.FieldValues;
import org.jspecify.annotations.Nullable;

/**
 * One operation on its way from GraphQL to the catalog's objects and fields.
 *
 * @param now the moment that periods such as this month refer to
 */
record Binding(
        Catalog catalog,
        Caller caller,
        Instant now,
        Operation operation,
        Budget budget,
        Problems problems) {

    private static final FieldType ID = new FieldType.Id();

    /** The coerced arguments of a field. */
    Map<String, @Nullable Object> arguments(SelectedField field, GraphQLObjectType parent) {
        return operation.arguments(field, definition(field, parent));
    }

    /** The object type that a field leads to, be it alone or in a list. */
    GraphQLObjectType typeOf(SelectedField field, GraphQLObjectType parent) {
        return (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(definition(field, parent).getType());
    }

    /** The type of an object's records. */
    GraphQLObjectType typeOf(ObjectType object) {
        return operation
                .document()
                .schema()
                .graphql()
                .getObjectType(TypeNames.record(object.name()));
    }

    /** An id that the caller wrote; a malformed one is reported. */
    Optional<UUID> id(@Nullable Object text, RequestPath path) {
        return switch (FieldValues.coerce(ID, text)) {
            case Coercion.Accepted(UUID id) -> Optional.of(id);
            case Coercion.Accepted _ -> {
                problems.add(GraphqlProblem.ARGUMENT_INVALID, path, "The id is empty");
                yield Optional.empty();
            }
            case Coercion.Refused(var problem) -> {
                problems.add(problem, path);
                yield Optional.empty();
            }
        };
    }

    private static GraphQLFieldDefinition definition(
            SelectedField field, GraphQLObjectType parent) {
        return parent.getFieldDefinition(field.name());
    }
}
