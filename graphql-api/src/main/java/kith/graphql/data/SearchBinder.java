package kith.graphql.data;

import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kith.graphql.GraphqlProblem;
import kith.metadata.catalog.ObjectType;
import kith.metadata.name.Nearest;
import kith.metadata.problem.Problem;
import kith.runtime.read.ReadRequest;
import kith.runtime.read.SearchSelection;
import kith.runtime.read.SearchSelection.Item;
import kith.runtime.read.SearchSelection.MatchItem;
import kith.runtime.read.SearchSelection.Part;
import kith.runtime.read.SearchSelection.Piece;
import kith.runtime.read.SearchSelection.PieceFact;
import kith.runtime.word.SearchTerms;
import org.jspecify.annotations.Nullable;

/** Binds a search for words. */
final class SearchBinder {

    private final Binding binding;
    private final List<ObjectType> objects;

    private SearchBinder(Binding binding, List<ObjectType> objects) {
        this.binding = binding;
        this.objects = objects;
    }

    static ReadRequest.Search bind(
            Binding binding, SelectedField field, GraphQLObjectType query, Place place) {
        Map<String, @Nullable Object> given = binding.arguments(field, query);
        List<ObjectType> objects = objects(binding, given.get("objects"), place);
        int first = (int) Objects.requireNonNull(given.get("first"));
        Place inside = place.times(first);
        binding.budget().records(inside.records(), place.path());
        return new ReadRequest.Search(
                field.key(),
                SearchTerms.of((String) Objects.requireNonNull(given.get("text"))),
                objects,
                first,
                new SearchBinder(binding, objects)
                        .selection(binding.typeOf(field, query), field, inside));
    }

    private static List<ObjectType> objects(Binding binding, @Nullable Object names, Place place) {
        List<ObjectType> searched = searched(binding).toList();
        if (names == null) {
            return searched;
        }
        List<ObjectType> chosen = new ArrayList<>();
        int index = 0;
        for (Object name : (List<?>) names) {
            Optional<ObjectType> object =
                    searched.stream().filter(each -> each.name().equals(name)).findFirst();
            if (object.isEmpty()) {
                binding.problems().add(unknown(binding, (String) name), at(place, index));
            }
            object.filter(each -> !chosen.contains(each)).ifPresent(chosen::add);
            index++;
        }
        return chosen;
    }

    private static Stream<ObjectType> searched(Binding binding) {
        return binding.catalog().objects().stream()
                .filter(object -> object.definition().isSearchable());
    }

    private static RequestPath at(Place place, int index) {
        return place.path().then("objects").then(index);
    }

    private static Problem unknown(Binding binding, String name) {
        Problem problem =
                Problem.of(
                        GraphqlProblem.ARGUMENT_INVALID,
                        binding.catalog().object(name).isPresent()
                                ? "Records of %s are not searched".formatted(name)
                                : "There is no object %s".formatted(name));
        return Nearest.to(name, searched(binding).map(ObjectType::name).toList())
                .map(near -> problem.hint("Did you mean `%s`?".formatted(near)))
                .orElse(problem);
    }

    private SearchSelection selection(GraphQLObjectType type, SelectedField search, Place place) {
        List<Part> parts = new ArrayList<>();
        for (SelectedField field : fields(type, search, place)) {
            String key = field.key();
            Place inside = place.into(field);
            parts.add(
                    switch (field.name()) {
                        case SelectedField.TYPE_NAME ->
                                new SearchSelection.PartText(key, type.getName());
                        case "nodes" ->
                                new SearchSelection.Nodes(
                                        key,
                                        new AnyRecordBinder(binding).bind(objects, field, inside));
                        case "edges" ->
                                new SearchSelection.Edges(
                                        key, edge(binding.typeOf(field, type), field, inside));
                        default -> throw new IllegalStateException("Unknown " + field.name());
                    });
        }
        return new SearchSelection(parts);
    }

    private List<Item> edge(GraphQLObjectType type, SelectedField edges, Place place) {
        List<Item> items = new ArrayList<>();
        for (SelectedField field : fields(type, edges, place)) {
            String key = field.key();
            Place inside = place.into(field);
            items.add(
                    switch (field.name()) {
                        case SelectedField.TYPE_NAME ->
                                new SearchSelection.Text(key, type.getName());
                        case "score" -> new SearchSelection.Score(key);
                        case "node" ->
                                new SearchSelection.Node(
                                        key,
                                        new AnyRecordBinder(binding).bind(objects, field, inside));
                        case "matches" ->
                                new SearchSelection.Matches(
                                        key, match(binding.typeOf(field, type), field, inside));
                        default -> throw new IllegalStateException("Unknown " + field.name());
                    });
        }
        return items;
    }

    private List<MatchItem> match(GraphQLObjectType type, SelectedField matches, Place place) {
        List<MatchItem> items = new ArrayList<>();
        for (SelectedField field : fields(type, matches, place)) {
            String key = field.key();
            items.add(
                    switch (field.name()) {
                        case SelectedField.TYPE_NAME ->
                                new SearchSelection.MatchText(key, type.getName());
                        case "field" -> new SearchSelection.FieldName(key);
                        case "label" -> new SearchSelection.FieldLabel(key);
                        case "snippet" ->
                                new SearchSelection.Snippet(
                                        key,
                                        pieces(
                                                binding.typeOf(field, type),
                                                field,
                                                place.into(field)));
                        default -> throw new IllegalStateException("Unknown " + field.name());
                    });
        }
        return items;
    }

    private List<Piece> pieces(GraphQLObjectType type, SelectedField snippet, Place place) {
        return fields(type, snippet, place).stream()
                .map(field ->
                        switch (field.name()) {
                            case SelectedField.TYPE_NAME ->
                                    new Piece(field.key(), PieceFact.CONSTANT, type.getName());
                            case "text" -> new Piece(field.key(), PieceFact.TEXT, "");
                            case "isMatch" -> new Piece(field.key(), PieceFact.IS_MATCH, "");
                            default -> throw new IllegalStateException("Unknown " + field.name());
                        })
                .toList();
    }

    private List<SelectedField> fields(GraphQLObjectType type, SelectedField of, Place place) {
        List<SelectedField> fields = binding.operation().fields(type, of.selectionSets());
        binding.budget().fields(fields.size(), place.depth(), place.path());
        return fields;
    }
}
