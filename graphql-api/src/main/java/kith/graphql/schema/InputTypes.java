package kith.graphql.schema;

import static graphql.schema.GraphQLInputObjectField.newInputObjectField;
import static graphql.schema.GraphQLInputObjectType.newInputObject;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import graphql.Directives;
import graphql.Scalars;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import kith.metadata.FieldDefinition;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;

/**
 * The inputs of writes. What a record requires is checked with all else, so nothing is non-null.
 */
final class InputTypes {

    private final TypeNames names;

    InputTypes(TypeNames names) {
        this.names = names;
    }

    GraphQLInputObjectType create(ObjectType object) {
        GraphQLInputObjectType.Builder input =
                newInputObject()
                        .name(names.createInput(object.name()))
                        .field(
                                newInputObjectField()
                                        .name("id")
                                        .description("A UUID of version 7; made unless given.")
                                        .type(Scalars.GraphQLID));
        InputFields.writable(object).forEach(field -> input.field(value(field)));
        InputFields.writableRelations(object).forEach(relation -> input.field(related(relation)));
        return input.build();
    }

    GraphQLInputObjectType update(ObjectType object) {
        GraphQLInputObjectType.Builder input =
                newInputObject()
                        .name(names.updateInput(object.name()))
                        .description("What is not given stays; null removes the value.");
        InputFields.writable(object).forEach(field -> input.field(value(field)));
        InputFields.writableRelations(object).forEach(relation -> input.field(related(relation)));
        return input.build();
    }

    /** Names a record by its id or by a unique field. */
    GraphQLInputObjectType reference(ObjectType object) {
        GraphQLInputObjectType.Builder input =
                newInputObject()
                        .name(names.reference(object.name()))
                        .description("Exactly one field.")
                        .withAppliedDirective(Directives.OneOfDirective.toAppliedDirective())
                        .field(newInputObjectField().name("id").type(Scalars.GraphQLID));
        InputFields.unique(object)
                .forEach(field ->
                        input.field(
                                newInputObjectField()
                                        .name(field.name())
                                        .description(field.label())
                                        .type(ValueKind.of(field.type()).scalar())));
        return input.build();
    }

    /** Names a record that a polymorphic lookup can point to. */
    GraphQLInputObjectType anyOf(Field lookup) {
        GraphQLInputObjectType.Builder input =
                newInputObject()
                        .name(TypeNames.referenceOf(lookup))
                        .description("Exactly one field: the id, or the object.")
                        .withAppliedDirective(Directives.OneOfDirective.toAppliedDirective())
                        .field(
                                newInputObjectField()
                                        .name("id")
                                        .description("Of a record of any of the objects.")
                                        .type(Scalars.GraphQLID));
        for (String target : lookup.targets()) {
            input.field(newInputObjectField().name(target).type(typeRef(names.reference(target))));
        }
        return input.build();
    }

    /** What becomes of an object's records in a list of another record. */
    GraphQLInputObjectType links(ObjectType object) {
        GraphQLInputType references = list(nonNull(typeRef(names.reference(object.name()))));
        return newInputObject()
                .name(names.links(object.name()))
                .field(
                        newInputObjectField()
                                .name("create")
                                .description("Records that are made together with this one.")
                                .type(list(nonNull(typeRef(names.createInput(object.name()))))))
                .field(newInputObjectField().name("connect").type(references))
                .field(newInputObjectField().name("disconnect").type(references))
                .field(
                        newInputObjectField()
                                .name("set")
                                .description("The only ones, beside those created and connected.")
                                .type(references))
                .build();
    }

    private GraphQLInputObjectField related(Relation relation) {
        return newInputObjectField()
                .name(relation.name())
                .description(relation.label())
                .type(typeRef(names.links(relation.target())))
                .build();
    }

    private GraphQLInputObjectField value(Field field) {
        FieldDefinition definition = field.definition();
        return newInputObjectField()
                .name(field.name())
                .description(definition.helpText().orElse(definition.label()))
                .type(type(field))
                .build();
    }

    private GraphQLInputType type(Field field) {
        if (field.isPolymorphic()) {
            return typeRef(TypeNames.referenceOf(field));
        }
        if (field.isToOne()) {
            return typeRef(names.reference(field.target().orElseThrow()));
        }
        if (field.isManyToMany()) {
            return typeRef(names.links(field.target().orElseThrow()));
        }
        ValueKind kind = ValueKind.of(field.type());
        return kind == ValueKind.STRINGS ? list(nonNull(kind.scalar())) : kind.scalar();
    }
}
