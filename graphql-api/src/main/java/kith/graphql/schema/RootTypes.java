package kith.graphql.schema;

import static graphql.schema.GraphQLArgument.newArgument;
import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLObjectType;
import java.util.stream.Collectors;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;

/** {@code Query} and {@code Mutation}. */
final class RootTypes {

    /** Asks a list for its deleted records. */
    private static final String DELETED = "deleted";

    private final Catalog catalog;
    private final TypeNames names;
    private final RecordTypes records;

    RootTypes(Catalog catalog, TypeNames names) {
        this.catalog = catalog;
        this.names = names;
        this.records = new RecordTypes(names);
    }

    GraphQLObjectType query(RootFields fields) {
        GraphQLObjectType.Builder query = GraphQLObjectType.newObject().name(TypeNames.QUERY);
        fields.queries().forEach((name, field) -> query.field(query(name, field)));
        return query.build();
    }

    /** The fields that read records of one object. */
    GraphQLObjectType lists(RootFields fields) {
        GraphQLObjectType.Builder query = GraphQLObjectType.newObject().name(TypeNames.QUERY);
        fields.queries()
                .forEach((name, field) -> {
                    if (isOfOneObject(field)) {
                        query.field(query(name, field));
                    }
                });
        return query.build();
    }

    private static boolean isOfOneObject(RootField.QueryField field) {
        return switch (field) {
            case RootField.ById _, RootField.Listing _, RootField.Aggregate _ -> true;
            case RootField.AnyById _, RootField.Search _, RootField.Changes _, RootField.Me _ ->
                    false;
        };
    }

    GraphQLObjectType mutation(RootFields fields) {
        GraphQLObjectType.Builder mutation =
                GraphQLObjectType.newObject()
                        .name(TypeNames.MUTATION)
                        .description("All fields of one operation are one transaction.");
        fields.mutations().forEach((name, field) -> mutation.field(mutation(name, field)));
        return mutation.build();
    }

    GraphQLObjectType subscription(RootFields fields) {
        GraphQLObjectType.Builder subscription =
                GraphQLObjectType.newObject().name(TypeNames.SUBSCRIPTION);
        fields.subscriptions()
                .forEach((name, object) -> subscription.field(subscription(name, object)));
        return subscription.build();
    }

    private GraphQLFieldDefinition subscription(String name, String object) {
        return newFieldDefinition()
                .name(name)
                .description("Tells of every change of the records that match.")
                .type(nonNull(typeRef(names.event(object))))
                .argument(newArgument().name("filter").type(typeRef(names.filter(object))))
                .argument(
                        newArgument()
                                .name("after")
                                .description(
                                        "The cursor of the last change that was told; from now on"
                                                + " unless given.")
                                .type(Scalars.GraphQLString))
                .build();
    }

    private GraphQLFieldDefinition query(String name, RootField.QueryField field) {
        GraphQLFieldDefinition.Builder builder = newFieldDefinition().name(name);
        return switch (field) {
            case RootField.ById(String object) ->
                    builder.type(typeRef(TypeNames.record(object))).argument(id()).build();
            case RootField.Listing(String object) ->
                    builder.type(nonNull(typeRef(names.connection(object))))
                            .arguments(records.listArguments(object))
                            .argument(
                                    newArgument()
                                            .name(DELETED)
                                            .description("The records in the bin instead.")
                                            .type(Scalars.GraphQLBoolean))
                            .build();
            case RootField.Aggregate(String object) ->
                    builder.type(nonNull(typeRef(names.aggregate(object))))
                            .argument(
                                    newArgument()
                                            .name("filter")
                                            .type(typeRef(names.filter(object))))
                            .arguments(AggregateTypes.arguments())
                            .build();
            case RootField.AnyById() ->
                    builder.type(typeRef(TypeNames.NODE))
                            .description("One record of whatever object.")
                            .argument(id())
                            .build();
            case RootField.Search() -> SearchTypes.field();
            case RootField.Changes() ->
                    builder.type(nonNull(typeRef(TypeNames.CHANGE_CONNECTION)))
                            .description("What was done to records, for 30 days.")
                            .arguments(ChangeTypes.arguments())
                            .build();
            case RootField.Me() -> builder.type(nonNull(typeRef(TypeNames.ME))).build();
        };
    }

    private GraphQLFieldDefinition mutation(String name, RootField.MutationField field) {
        String object = field.object();
        GraphQLFieldDefinition.Builder builder = newFieldDefinition().name(name);
        return switch (field) {
            case RootField.Create _ ->
                    builder.type(nonNull(typeRef(TypeNames.record(object))))
                            .argument(data(typeRef(names.createInput(object))))
                            .build();
            case RootField.CreateMany _ ->
                    builder.type(records.listOf(TypeNames.record(object)))
                            .argument(data(listOf(names.createInput(object))))
                            .build();
            case RootField.Update _ ->
                    builder.type(nonNull(typeRef(TypeNames.record(object))))
                            .argument(id())
                            .argument(data(typeRef(names.updateInput(object))))
                            .argument(
                                    newArgument()
                                            .name("ifVersion")
                                            .description("Another version is a conflict.")
                                            .type(Scalars.GraphQLInt))
                            .build();
            case RootField.UpdateWhere _ ->
                    builder.type(nonNull(typeRef(TypeNames.WRITE_COUNT)))
                            .argument(filter(object))
                            .argument(data(typeRef(names.updateInput(object))))
                            .build();
            case RootField.Upsert _ ->
                    builder.type(records.listOf(names.upsert(object)))
                            .argument(data(listOf(names.createInput(object))))
                            .argument(on(object))
                            .build();
            case RootField.Delete _ ->
                    builder.type(nonNull(typeRef(TypeNames.record(object))))
                            .description("Into the bin, with all that is a part of it.")
                            .argument(id())
                            .build();
            case RootField.DeleteWhere _ ->
                    builder.type(nonNull(typeRef(TypeNames.WRITE_COUNT)))
                            .argument(filter(object))
                            .build();
            case RootField.RestoreWhere _ ->
                    builder.type(nonNull(typeRef(TypeNames.WRITE_COUNT)))
                            .description("Those in the bin that match, out of it.")
                            .argument(filter(object))
                            .build();
            case RootField.DestroyWhere _ ->
                    builder.type(nonNull(typeRef(TypeNames.WRITE_COUNT)))
                            .description("Removes those in the bin that match for ever.")
                            .argument(filter(object))
                            .build();
            case RootField.Restore _ ->
                    builder.type(nonNull(typeRef(TypeNames.record(object))))
                            .description("Out of the bin, with all that was deleted with it.")
                            .argument(id())
                            .build();
            case RootField.Destroy _ ->
                    builder.type(nonNull(typeRef(TypeNames.DESTROYED_RECORD)))
                            .description("Removes it, and all that is a part of it, for ever.")
                            .argument(id())
                            .build();
            case RootField.RunRule _ ->
                    builder.type(records.listOf(TypeNames.record(object)))
                            .description(
                                    "Lets a rule on BUTTON run for records, at most 1,000, and"
                                            + " saves them.")
                            .argument(rule(object))
                            .argument(ids())
                            .build();
        };
    }

    private GraphQLArgument filter(String object) {
        return newArgument()
                .name("filter")
                .description("At least one condition.")
                .type(nonNull(typeRef(names.filter(object))))
                .build();
    }

    private GraphQLArgument on(String object) {
        String fields =
                InputFields.unique(catalog.require(object)).stream()
                        .map(Field::name)
                        .collect(Collectors.joining(", "));
        return newArgument()
                .name("on")
                .description("The field that tells whether a record is there already: " + fields)
                .type(nonNull(Scalars.GraphQLString))
                .build();
    }

    private GraphQLArgument rule(String object) {
        String buttons =
                catalog.require(object)
                        .rulesAt(Moment.BUTTON)
                        .map(rule -> rule.definition().name())
                        .collect(Collectors.joining(", "));
        return newArgument()
                .name("rule")
                .description("The name of the rule: " + buttons)
                .type(nonNull(Scalars.GraphQLString))
                .build();
    }

    private static GraphQLArgument ids() {
        return newArgument().name("ids").type(nonNull(list(nonNull(Scalars.GraphQLID)))).build();
    }

    GraphQLObjectType upsert(ObjectType object) {
        return GraphQLObjectType.newObject()
                .name(names.upsert(object.name()))
                .field(newFieldDefinition().name("id").type(nonNull(Scalars.GraphQLID)))
                .field(
                        newFieldDefinition()
                                .name("created")
                                .description("Whether the record is new.")
                                .type(nonNull(Scalars.GraphQLBoolean)))
                .field(
                        newFieldDefinition()
                                .name("record")
                                .type(nonNull(typeRef(TypeNames.record(object.name())))))
                .build();
    }

    private static GraphQLInputType listOf(String type) {
        return list(nonNull(typeRef(type)));
    }

    private static GraphQLArgument data(GraphQLInputType type) {
        return newArgument().name("data").type(nonNull(type)).build();
    }

    private static GraphQLArgument id() {
        return newArgument().name("id").type(nonNull(Scalars.GraphQLID)).build();
    }
}
