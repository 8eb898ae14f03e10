package kith.graphql.schema;

import static graphql.schema.GraphQLInputObjectField.newInputObjectField;
import static graphql.schema.GraphQLTypeReference.typeRef;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import java.util.Optional;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.field.FieldType;

/** The orders of objects. */
final class OrderTypes {

    private final TypeNames names;

    OrderTypes(TypeNames names) {
        this.names = names;
    }

    /** One key of an order: exactly one field. */
    GraphQLInputObjectType orderBy(ObjectType object) {
        GraphQLInputObjectType.Builder order =
                GraphQLInputObjectType.newInputObject()
                        .name(names.orderBy(object.name()))
                        .description("Exactly one field.")
                        .withAppliedDirective(
                                graphql.Directives.OneOfDirective.toAppliedDirective());
        for (Field field : object.fields()) {
            orderType(field)
                    .ifPresent(type ->
                            order.field(
                                    newInputObjectField().name(field.name()).type(typeRef(type))));
        }
        return order.build();
    }

    /** One key of an order by the records of one target of a polymorphic lookup. */
    GraphQLInputObjectType anyOf(Field lookup) {
        GraphQLInputObjectType.Builder order =
                GraphQLInputObjectType.newInputObject()
                        .name(TypeNames.orderByOf(lookup))
                        .description("Exactly one field. Records of other objects have no value.")
                        .withAppliedDirective(
                                graphql.Directives.OneOfDirective.toAppliedDirective());
        for (String target : lookup.targets()) {
            order.field(newInputObjectField().name(target).type(typeRef(names.orderBy(target))));
        }
        return order.build();
    }

    static GraphQLEnumType direction() {
        return GraphQLEnumType.newEnum()
                .name(TypeNames.ORDER_DIRECTION)
                .value("ASC", OrderDirection.ASC, "Ascending; records without a value last.")
                .value("DESC", OrderDirection.DESC, "Descending; records without a value first.")
                .value("ASC_NULLS_FIRST", OrderDirection.ASC_NULLS_FIRST)
                .value("ASC_NULLS_LAST", OrderDirection.ASC_NULLS_LAST)
                .value("DESC_NULLS_FIRST", OrderDirection.DESC_NULLS_FIRST)
                .value("DESC_NULLS_LAST", OrderDirection.DESC_NULLS_LAST)
                .build();
    }

    private Optional<String> orderType(Field field) {
        return switch (field.type()) {
            case FieldType.Lookup(String target, var _) -> Optional.of(names.orderBy(target));
            case FieldType.MasterDetail(String target, var _) -> Optional.of(names.orderBy(target));
            case FieldType.PolymorphicLookup _ -> Optional.of(TypeNames.orderByOf(field));
            case FieldType.Id _,
                    FieldType.Text _,
                    FieldType.Numeric _,
                    FieldType.Currency _,
                    FieldType.Percent _,
                    FieldType.Date _,
                    FieldType.DateTime _,
                    FieldType.Checkbox _,
                    FieldType.Picklist _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _,
                    FieldType.AutoNumber _ ->
                    Optional.of(TypeNames.ORDER_DIRECTION);
            case FieldType.LongText _,
                    FieldType.MultiPicklist _,
                    FieldType.ManyToMany _,
                    FieldType.TargetObject _ ->
                    Optional.empty();
        };
    }
}
