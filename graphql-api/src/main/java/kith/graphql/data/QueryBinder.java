package kith.graphql.data;

import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import kith.graphql.data.AnswerLayout.Entry;
import kith.graphql.schema.RootField;
import kith.metadata.catalog.ObjectType;
import kith.runtime.read.ConnectionSelection;
import kith.runtime.read.ListArguments;
import kith.runtime.read.ReadRequest;
import kith.runtime.read.ReadRequest.PerObject;
import kith.runtime.read.ReadRequest.Root;
import kith.runtime.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/** Binds a query. */
final class QueryBinder {

    private final Binding binding;
    private final RecordBinder records;
    private final List<Root> roots = new ArrayList<>();

    private QueryBinder(Binding binding) {
        this.binding = binding;
        this.records = new RecordBinder(binding);
    }

    static BoundOperation.Query bind(Binding binding) {
        QueryBinder binder = new QueryBinder(binding);
        List<Entry> entries = binder.entries();
        binding.problems().throwIfAny();
        return new BoundOperation.Query(
                new ReadRequest(binder.roots), new AnswerLayout(entries), binding.budget().cost());
    }

    private List<Entry> entries() {
        List<SelectedField> fields = binding.operation().roots();
        binding.budget().roots(fields.size());
        GraphQLObjectType query = binding.operation().rootType();
        List<Entry> entries = new ArrayList<>(fields.size());
        for (SelectedField field : fields) {
            entries.add(entry(field, query));
        }
        return entries;
    }

    private Entry entry(SelectedField field, GraphQLObjectType query) {
        if (field.isTypeName()) {
            return new AnswerLayout.Known(field.key(), query.getName());
        }
        if (field.isIntrospection()) {
            return new AnswerLayout.Introspected(field.key());
        }
        Place place = Place.root().into(field);
        RootField.QueryField root =
                binding.operation().document().schema().roots().queries().get(field.name());
        if (root == null) {
            throw new IllegalStateException("Unknown root field " + field.name());
        }
        Map<String, @Nullable Object> arguments = binding.arguments(field, query);
        return switch (root) {
            case RootField.ById(String object) -> byId(object, field, arguments, place);
            case RootField.Listing(String object) ->
                    listing(object, binding.typeOf(field, query), field, arguments, place);
            case RootField.Aggregate(String object) ->
                    aggregate(object, binding.typeOf(field, query), field, arguments, place);
            case RootField.AnyById() -> anyById(field, arguments, place);
            case RootField.Search() -> {
                roots.add(SearchBinder.bind(binding, field, query, place));
                yield records(field);
            }
            case RootField.Changes() ->
                    changes(binding.typeOf(field, query), field, arguments, place);
            case RootField.Me() -> me(field, binding.typeOf(field, query), place);
        };
    }

    private Entry byId(
            String objectName,
            SelectedField field,
            Map<String, @Nullable Object> arguments,
            Place place) {
        ObjectType object = binding.catalog().require(objectName);
        Optional<UUID> id = binding.id(arguments.get("id"), place.path().then("id"));
        var selection = records.bind(object, field, place);
        id.ifPresent(
                given -> roots.add(new ReadRequest.ById(field.key(), object, given, selection)));
        return records(field);
    }

    private Entry listing(
            String objectName,
            GraphQLObjectType connection,
            SelectedField field,
            Map<String, @Nullable Object> given,
            Place place) {
        ObjectType object = binding.catalog().require(objectName);
        ListArguments arguments = records.lists().arguments(object, given, place.path());
        ConnectionSelection selection =
                records.lists()
                        .connection(
                                object, connection, field, place.times(arguments.page().size()));
        roots.add(
                Boolean.TRUE.equals(given.get("deleted"))
                        ? new ReadRequest.Deleted(field.key(), object, arguments, selection)
                        : new ReadRequest.Listing(field.key(), object, arguments, selection));
        return records(field);
    }

    private Entry aggregate(
            String objectName,
            GraphQLObjectType type,
            SelectedField field,
            Map<String, @Nullable Object> given,
            Place place) {
        ObjectType object = binding.catalog().require(objectName);
        AggregateBinder aggregates = records.lists().aggregates();
        roots.add(
                new ReadRequest.Aggregated(
                        field.key(),
                        object,
                        records.lists()
                                .filters()
                                .bind(object, given.get("filter"), place.path().then("filter")),
                        aggregates.arguments(object, given, place.path()),
                        aggregates.selection(object, type, field, place)));
        return records(field);
    }

    private Entry changes(
            GraphQLObjectType type,
            SelectedField field,
            Map<String, @Nullable Object> arguments,
            Place place) {
        roots.add(new ChangesBinder(binding, records).bind(type, field, arguments, place));
        return records(field);
    }

    private Entry anyById(
            SelectedField field, Map<String, @Nullable Object> arguments, Place place) {
        Optional<UUID> id = binding.id(arguments.get("id"), place.path().then("id"));
        List<PerObject> selections =
                new AnyRecordBinder(binding).bind(binding.catalog().objects(), field, place);
        binding.budget().records(1, place.path());
        id.ifPresent(given -> roots.add(new ReadRequest.AnyById(field.key(), given, selections)));
        return records(field);
    }

    private Entry me(SelectedField field, GraphQLObjectType type, Place place) {
        List<SelectedField> fields = binding.operation().fields(type, field.selectionSets());
        binding.budget().fields(fields.size(), place.depth(), place.path());
        List<Entry> entries = new ArrayList<>(fields.size());
        for (SelectedField inner : fields) {
            Place innerPlace = place.into(inner);
            entries.add(
                    switch (inner.name()) {
                        case "user" -> user(inner, innerPlace);
                        case "isAdministrator" ->
                                new AnswerLayout.Known(
                                        inner.key(), binding.caller().isAdministrator());
                        case "tenant" -> tenant(inner, binding.typeOf(inner, type), innerPlace);
                        case SelectedField.TYPE_NAME ->
                                new AnswerLayout.Known(inner.key(), type.getName());
                        default -> throw new IllegalStateException("Unknown " + inner.name());
                    });
        }
        return new AnswerLayout.Group(field.key(), entries);
    }

    /** The key has a dot, which no response key has, so it meets no other root. */
    private Entry user(SelectedField field, Place place) {
        ObjectType users = binding.catalog().require("User");
        var selection = records.bind(users, field, place);
        Optional<UUID> user = binding.caller().user();
        if (user.isEmpty()) {
            return new AnswerLayout.Known(field.key(), null);
        }
        String source = "me." + roots.size();
        roots.add(new ReadRequest.ById(source, users, user.get(), selection));
        return new AnswerLayout.Records(field.key(), source);
    }

    private Entry tenant(SelectedField field, GraphQLObjectType type, Place place) {
        Tenant tenant = binding.caller().tenant();
        Map<String, Supplier<String>> facts =
                Map.of(
                        "slug",
                        tenant::slug,
                        "name",
                        tenant::name,
                        "currency",
                        () -> tenant.currency().getCurrencyCode(),
                        "timeZone",
                        () -> tenant.zone().getId(),
                        "locale",
                        () -> tenant.locale().toLanguageTag(),
                        SelectedField.TYPE_NAME,
                        type::getName);
        List<SelectedField> fields = binding.operation().fields(type, field.selectionSets());
        binding.budget().fields(fields.size(), place.depth(), place.path());
        List<Entry> entries = new ArrayList<>(fields.size());
        for (SelectedField inner : fields) {
            Supplier<String> fact = facts.get(inner.name());
            if (fact == null) {
                throw new IllegalStateException("Unknown " + inner.name());
            }
            entries.add(new AnswerLayout.Known(inner.key(), fact.get()));
        }
        return new AnswerLayout.Group(field.key(), entries);
    }

    private static Entry records(SelectedField field) {
        return new AnswerLayout.Records(field.key(), field.key());
    }
}
