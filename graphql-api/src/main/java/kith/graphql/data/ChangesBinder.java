package kith.graphql.data;

import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.graphql.GraphqlProblem;
import kith.metadata.catalog.ObjectType;
import kith.metadata.name.Nearest;
import kith.runtime.read.ChangesSelection;
import kith.runtime.read.ChangesSelection.Part;
import kith.runtime.read.ReadProblem;
import kith.runtime.read.ReadRequest;
import kith.runtime.read.StreamCursor;
import org.jspecify.annotations.Nullable;

/** Binds a stretch of the stream of changes. */
final class ChangesBinder {

    private final Binding binding;
    private final RecordBinder records;

    ChangesBinder(Binding binding, RecordBinder records) {
        this.binding = binding;
        this.records = records;
    }

    ReadRequest.Changes bind(
            GraphQLObjectType type,
            SelectedField field,
            Map<String, @Nullable Object> given,
            Place place) {
        int size = size((Integer) given.get("first"), place.path().then("first"));
        List<ObjectType> objects = objects(given.get("objects"), place.path().then("objects"));
        return new ReadRequest.Changes(
                field.key(),
                cursor(given.get("after")),
                size,
                objects,
                selection(type, field, objects, place.times(size)));
    }

    /** A malformed cursor is one of no stream, and refused by the stream like any such. */
    static Optional<StreamCursor> cursor(@Nullable Object text) {
        return Optional.ofNullable((String) text)
                .map(given -> StreamCursor.parse(given).orElse(StreamCursor.OF_NO_STREAM));
    }

    private int size(@Nullable Integer given, RequestPath path) {
        int size = given == null ? Limits.DEFAULT_PAGE : given;
        int most = binding.budget().limits().page();
        if (size < 1 || size > most) {
            binding.problems()
                    .add(
                            ReadProblem.PAGE_TOO_LARGE,
                            path,
                            "A page holds 1 to %,d changes, not %d".formatted(most, size),
                            "Read on from pageInfo.endCursor");
            return 1;
        }
        return size;
    }

    private List<ObjectType> objects(@Nullable Object names, RequestPath path) {
        if (!(names instanceof List<?> wanted)) {
            return binding.catalog().objects();
        }
        List<ObjectType> objects = new ArrayList<>();
        for (Object name : wanted) {
            binding.catalog()
                    .object(String.valueOf(name))
                    .ifPresentOrElse(
                            objects::add,
                            () -> unknown(String.valueOf(name), path.then(wanted.indexOf(name))));
        }
        return objects;
    }

    private void unknown(String name, RequestPath path) {
        List<String> names = binding.catalog().objects().stream().map(ObjectType::name).toList();
        binding.problems()
                .add(
                        GraphqlProblem.ARGUMENT_INVALID,
                        path,
                        "There is no object `%s`".formatted(name),
                        Nearest.to(name, names)
                                .map("Did you mean `%s`?"::formatted)
                                .orElse("Names are those of the catalog, such as `User`"));
    }

    private ChangesSelection selection(
            GraphQLObjectType type, SelectedField list, List<ObjectType> objects, Place place) {
        List<SelectedField> fields = binding.operation().fields(type, list.selectionSets());
        binding.budget().fields(fields.size(), place.depth(), place.path());
        List<Part> parts = new ArrayList<>(fields.size());
        for (SelectedField field : fields) {
            parts.add(part(type, field, objects, place.into(field)));
        }
        return new ChangesSelection(parts);
    }

    private Part part(
            GraphQLObjectType type, SelectedField field, List<ObjectType> objects, Place place) {
        return switch (field.name()) {
            case SelectedField.TYPE_NAME -> new ChangesSelection.Text(field.key(), type.getName());
            case "nodes" ->
                    new ChangesSelection.Nodes(
                            field.key(),
                            new ChangeBinder(binding, records)
                                    .bind(binding.typeOf(field, type), field, objects, place));
            case "pageInfo" ->
                    new ChangesSelection.PageInfo(
                            field.key(),
                            records.lists().pageInfo(binding.typeOf(field, type), field, place));
            case "latestCursor" -> new ChangesSelection.LatestCursor(field.key());
            default -> throw new IllegalStateException("Unknown part " + field.name());
        };
    }
}
