package kith.graphql.schema;

import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import java.util.Set;
import java.util.stream.Stream;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import kith.metadata.field.FieldType;

/**
 * The GraphQL schema of all catalogs of equal content. Its fields have no fetchers: it describes,
 * validates and coerces.
 *
 * @param weight how much memory it takes, counted in fields of objects
 */
public record TenantSchema(GraphQLSchema graphql, RootFields roots, int weight) {

    /** Of the types that every schema has. */
    private static final int OWN_WEIGHT = 150;

    /** Builds the schema of a catalog. */
    public static TenantSchema of(Catalog catalog) {
        return of(catalog, new TypeNames(catalog.objects(), Set.of()), true);
    }

    /**
     * Builds the schema of a part of a catalog; its types are named as in that of the whole. Most
     * requests only read, and half of a schema is there for those that write.
     */
    public static TenantSchema of(CatalogPart part) {
        return of(part.catalog(), new TypeNames(part.objects(), part.otherNames()), part.mutates());
    }

    private static TenantSchema of(Catalog catalog, TypeNames names, boolean isWhole) {
        RootFields fields = RootFields.of(catalog);
        RootTypes roots = new RootTypes(catalog, names);
        GraphQLSchema.Builder schema = GraphQLSchema.newSchema();
        GraphQLCodeRegistry.Builder code =
                GraphQLCodeRegistry.newCodeRegistry()
                        .typeResolver(TypeNames.NODE, environment -> null);
        addReads(schema, code, catalog, names);
        if (isWhole) {
            schema.query(roots.query(fields))
                    .mutation(roots.mutation(fields))
                    .subscription(roots.subscription(fields));
            addWrites(schema, catalog, names, roots);
        } else {
            schema.query(roots.lists(fields));
        }
        return new TenantSchema(schema.codeRegistry(code.build()).build(), fields, weight(catalog));
    }

    /** What lists of records need. */
    private static void addReads(
            GraphQLSchema.Builder schema,
            GraphQLCodeRegistry.Builder code,
            Catalog catalog,
            TypeNames names) {
        RecordTypes records = new RecordTypes(names);
        FilterTypes filters = new FilterTypes(names);
        OrderTypes orders = new OrderTypes(names);
        AggregateTypes aggregates = new AggregateTypes(names);
        schema.additionalType(PlatformTypes.node());
        PlatformTypes.ofLists().forEach(schema::additionalType);
        FilterTypes.values().forEach(schema::additionalType);
        GroupTypes.all().forEach(schema::additionalType);
        HistoryTypes.all().forEach(schema::additionalType);
        for (ObjectType object : catalog.objects()) {
            schema.additionalType(records.record(object))
                    .additionalType(records.connection(object))
                    .additionalType(records.edge(object))
                    .additionalType(filters.filter(object))
                    .additionalType(orders.orderBy(object));
            aggregates.of(object).forEach(schema::additionalType);
            for (Field lookup : polymorphic(object).toList()) {
                schema.additionalType(RecordTypes.anyOf(lookup))
                        .additionalType(filters.anyOf(lookup))
                        .additionalType(orders.anyOf(lookup));
                code.typeResolver(TypeNames.anyOf(lookup), environment -> null);
            }
            if (isListed(catalog, object)) {
                schema.additionalType(filters.related(object));
            }
        }
        if (tellsTargets(catalog)) {
            schema.additionalType(FilterTypes.targets());
        }
    }

    /** What everything else needs beside that. */
    private static void addWrites(
            GraphQLSchema.Builder schema, Catalog catalog, TypeNames names, RootTypes roots) {
        InputTypes inputs = new InputTypes(names);
        ChangeTypes changes = new ChangeTypes(catalog, names);
        PlatformTypes.others(catalog).forEach(schema::additionalType);
        SearchTypes.all().forEach(schema::additionalType);
        changes.all().forEach(schema::additionalType);
        for (ObjectType object : catalog.objects()) {
            schema.additionalType(changes.event(object))
                    .additionalType(inputs.create(object))
                    .additionalType(inputs.update(object))
                    .additionalType(inputs.reference(object));
            polymorphic(object).map(inputs::anyOf).forEach(schema::additionalType);
            if (isLinked(catalog, object)) {
                schema.additionalType(inputs.links(object));
            }
            if (!InputFields.unique(object).isEmpty()) {
                schema.additionalType(roots.upsert(object));
            }
        }
    }

    private static Stream<Field> polymorphic(ObjectType object) {
        return object.fields().stream().filter(Field::isPolymorphic);
    }

    /** The lookups themselves may be left out of a part. */
    private static boolean tellsTargets(Catalog catalog) {
        return catalog.objects().stream()
                .flatMap(object -> object.fields().stream())
                .anyMatch(field -> field.type() instanceof FieldType.TargetObject);
    }

    private static boolean isListed(Catalog catalog, ObjectType object) {
        return catalog.objects().stream()
                .flatMap(source -> source.relations().stream())
                .anyMatch(relation -> relation.target().equals(object.name()));
    }

    /** Whether records of the object are written through lists of others. */
    private static boolean isLinked(Catalog catalog, ObjectType object) {
        return catalog.objects().stream()
                .flatMap(source ->
                        Stream.concat(
                                InputFields.writable(source).stream()
                                        .filter(Field::isManyToMany)
                                        .map(field -> field.target().orElseThrow()),
                                InputFields.writableRelations(source).stream()
                                        .map(Relation::target)))
                .anyMatch(object.name()::equals);
    }

    private static int weight(Catalog catalog) {
        return OWN_WEIGHT
                + catalog.objects().stream()
                        .mapToInt(object ->
                                20 + 2 * object.fields().size() + object.relations().size())
                        .sum();
    }
}
