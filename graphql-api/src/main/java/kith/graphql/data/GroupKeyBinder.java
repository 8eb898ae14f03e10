package kith.graphql.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kith.graphql.GraphqlProblem;
import kith.graphql.schema.OutputField;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.field.FieldType;
import kith.metadata.name.Nearest;
import kith.metadata.problem.Problem;
import kith.runtime.read.GroupKey;
import org.jspecify.annotations.Nullable;

/** Binds the keys by which records are put into groups. */
final class GroupKeyBinder {

    private static final int MOST_KEYS = 10;
    private static final int LONGEST_NAME = 100;

    private final Binding binding;

    GroupKeyBinder(Binding binding) {
        this.binding = binding;
    }

    List<GroupKey> bind(ObjectType object, @Nullable Object groupBy, RequestPath path) {
        if (!(groupBy instanceof List<?> given)) {
            return List.of();
        }
        if (given.size() > MOST_KEYS) {
            refuse(GraphqlProblem.QUERY_TOO_WIDE, path, "Groups have at most 10 keys");
            return List.of();
        }
        List<GroupKey> keys = new ArrayList<>(given.size());
        Set<String> names = new HashSet<>();
        for (int index = 0; index < given.size(); index++) {
            RequestPath place = path.then(index);
            Optional<GroupKey> key = key(object, (Map<?, ?>) given.get(index), place);
            key.ifPresent(keys::add);
            key.filter(known -> !names.add(known.name()))
                    .ifPresent(known ->
                            binding.problems()
                                    .add(
                                            GraphqlProblem.ARGUMENT_INVALID,
                                            place,
                                            "Two keys have the name `%s`".formatted(known.name()),
                                            "Give one of them another name with `as`"));
        }
        return keys;
    }

    private Optional<GroupKey> key(ObjectType object, Map<?, ?> given, RequestPath path) {
        List<?> names = (List<?>) given.get("path");
        if (names == null || names.isEmpty()) {
            refuse(GraphqlProblem.ARGUMENT_INVALID, path.then("path"), "The path names no field");
            return Optional.empty();
        }
        List<Field> through = new ArrayList<>();
        ObjectType at = object;
        RequestPath place = path.then("path");
        Iterator<?> way = names.subList(0, names.size() - 1).iterator();
        while (way.hasNext()) {
            Optional<Field> step = step(at, way, place);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            through.add(step.get());
            at = binding.catalog().require(step.get().target().orElseThrow());
            binding.budget().condition(through.size(), place);
        }
        String last = String.valueOf(names.getLast());
        Object as = given.get("as");
        String name = as == null ? last : (String) as;
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            refuse(
                    GraphqlProblem.ARGUMENT_INVALID,
                    path.then("as"),
                    "A key's name has 1 to 100 characters");
            return Optional.empty();
        }
        return field(at, last, place)
                .flatMap(output -> grouped(output, place))
                .flatMap(field ->
                        new GroupingBinder(binding)
                                .bind(field, given, path)
                                .map(grouping -> new GroupKey(name, through, field, grouping)));
    }

    /** A reference; behind a polymorphic lookup stands the name of one of its targets. */
    private Optional<Field> step(ObjectType at, Iterator<?> way, RequestPath path) {
        String name = String.valueOf(way.next());
        Optional<OutputField> named = field(at, name, path);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        if (named.get() instanceof OutputField.Reference(Field reference)) {
            return Optional.of(reference);
        }
        if (named.get() instanceof OutputField.AnyReference(Field lookup)) {
            return target(lookup, way.hasNext() ? String.valueOf(way.next()) : "", path);
        }
        refuse(
                GraphqlProblem.ARGUMENT_INVALID,
                path,
                "`%s` leads to no single record".formatted(name));
        return Optional.empty();
    }

    private Optional<Field> target(Field lookup, String name, RequestPath path) {
        if (lookup.targets().contains(name)) {
            return Optional.of(lookup.narrowedTo(name));
        }
        binding.problems()
                .add(
                        GraphqlProblem.ARGUMENT_INVALID,
                        path,
                        "Behind `%s` stands the name of an object".formatted(lookup.name()),
                        "It points to %s.".formatted(String.join(" or ", lookup.targets())));
        return Optional.empty();
    }

    private Optional<OutputField> field(ObjectType object, String name, RequestPath path) {
        Optional<OutputField> found = OutputField.named(object, name);
        if (found.isEmpty()) {
            Problem problem =
                    Problem.of(
                            GraphqlProblem.ARGUMENT_INVALID,
                            "%s has no field `%s`".formatted(object.name(), name));
            List<String> names = OutputField.of(object).stream().map(OutputField::name).toList();
            binding.problems()
                    .add(Nearest.hint(name, names).map(problem::hint).orElse(problem), path);
        }
        return found;
    }

    private Optional<Field> grouped(OutputField output, RequestPath path) {
        Optional<Field> field =
                switch (output) {
                    case OutputField.Plain(Field plain) -> Optional.of(plain);
                    case OutputField.Reference(Field reference) -> Optional.of(reference);
                    case OutputField.AnyReference(Field lookup) -> Optional.of(lookup);
                    case OutputField.ReferenceId(Field reference) -> Optional.of(reference);
                    case OutputField.CurrencyOf _, OutputField.ListOf _ -> Optional.empty();
                };
        Optional<Field> groupable =
                field.filter(each ->
                        !(each.type() instanceof FieldType.LongText)
                                && !(each.type() instanceof FieldType.MultiPicklist));
        if (groupable.isEmpty()) {
            refuse(
                    GraphqlProblem.ARGUMENT_INVALID,
                    path,
                    "Records cannot be grouped by `%s`".formatted(output.name()));
        }
        return groupable;
    }

    private void refuse(GraphqlProblem code, RequestPath path, String message) {
        binding.problems().add(code, path, message);
    }
}
