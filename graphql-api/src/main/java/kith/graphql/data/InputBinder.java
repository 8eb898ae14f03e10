package kith.graphql.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kith.graphql.GraphqlProblem;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import kith.metadata.problem.Problem;
import kith.runtime.value.Coercion;
import kith.runtime.value.FieldValues;
import kith.runtime.write.RecordInput;
import kith.runtime.write.RecordInput.Target;
import org.jspecify.annotations.Nullable;

/** Binds the values that a caller gives for records. */
final class InputBinder {

    private final Binding binding;

    InputBinder(Binding binding) {
        this.binding = binding;
    }

    /** The values of one record. */
    RecordInput bind(ObjectType object, @Nullable Object data, RequestPath path) {
        return bind(object, data, path, 1);
    }

    private RecordInput bind(
            ObjectType object, @Nullable Object data, RequestPath path, int level) {
        binding.budget().record(level, path);
        Optional<UUID> id = Optional.empty();
        Map<Field, RecordInput.Value> values = new LinkedHashMap<>();
        List<RecordInput.Related> related = new ArrayList<>();
        for (var member : ((Map<?, ?>) Objects.requireNonNull(data)).entrySet()) {
            String name = String.valueOf(member.getKey());
            RequestPath place = path.then(name);
            Optional<Relation> relation = object.relation(name);
            if (name.equals("id")) {
                id = member.getValue() == null ? id : binding.id(member.getValue(), place);
            } else if (relation.isPresent()) {
                if (member.getValue() instanceof Map<?, ?> changes) {
                    links(relation.get(), changes, place)
                            .ifPresent(links -> values.put(relation.get().field(), links));
                    related(relation.get(), changes, place, level).ifPresent(related::add);
                }
            } else {
                Field field = object.field(name).orElseThrow();
                value(field, member.getValue(), place).ifPresent(value -> values.put(field, value));
            }
        }
        return new RecordInput(id, values, related, path.steps());
    }

    /** The values of several records. */
    List<RecordInput> bindAll(ObjectType object, @Nullable Object data, RequestPath path) {
        return bindAll(object, data, path, 1);
    }

    private List<RecordInput> bindAll(
            ObjectType object, @Nullable Object data, RequestPath path, int level) {
        List<?> given = (List<?>) Objects.requireNonNull(data);
        List<RecordInput> records = new ArrayList<>(given.size());
        for (Object record : given) {
            records.add(bind(object, record, path.then(records.size()), level));
        }
        return records;
    }

    private Optional<RecordInput.Value> value(
            Field field, @Nullable Object value, RequestPath path) {
        if (!field.isToOne()) {
            return Optional.of(new RecordInput.Plain(value));
        }
        if (value == null) {
            return Optional.of(new RecordInput.Reference(Optional.empty()));
        }
        Optional<Target> target =
                field.isPolymorphic()
                        ? anyTarget(value, path)
                        : target(
                                binding.catalog().require(field.target().orElseThrow()),
                                value,
                                path);
        return target.map(known -> new RecordInput.Reference(Optional.of(known)));
    }

    /**
     * The id of a record of whatever target, or the name of a target with what names its record.
     */
    private Optional<Target> anyTarget(Object reference, RequestPath path) {
        var named = ((Map<?, ?>) reference).entrySet().iterator().next();
        String name = String.valueOf(named.getKey());
        RequestPath place = path.then(name);
        if (name.equals("id")) {
            return binding.id(named.getValue(), place).map(RecordInput.ById::new);
        }
        ObjectType object = binding.catalog().require(name);
        return target(object, named.getValue(), place)
                .map(target ->
                        target instanceof RecordInput.ById(UUID id)
                                ? new RecordInput.ByIdOf(object, id)
                                : target);
    }

    /** Links through a field of the record's own object. */
    private Optional<RecordInput.Value> links(
            Relation relation, Map<?, ?> changes, RequestPath path) {
        if (relation.direction() != Relation.Direction.LINKED) {
            return Optional.empty();
        }
        List<Target> connect = targets(relation, changes, "connect", path);
        List<Target> disconnect = targets(relation, changes, "disconnect", path);
        return connect.isEmpty() && disconnect.isEmpty()
                ? Optional.empty()
                : Optional.of(new RecordInput.Links(connect, disconnect));
    }

    /** All that {@link #links} does not say. */
    private Optional<RecordInput.Related> related(
            Relation relation, Map<?, ?> changes, RequestPath path, int level) {
        boolean isLinked = relation.direction() == Relation.Direction.LINKED;
        List<RecordInput> create =
                changes.get("create") == null
                        ? List.of()
                        : bindAll(
                                binding.catalog().require(relation.target()),
                                changes.get("create"),
                                path.then("create"),
                                level + 1);
        List<Target> connect = isLinked ? List.of() : targets(relation, changes, "connect", path);
        List<Target> disconnect =
                isLinked ? List.of() : targets(relation, changes, "disconnect", path);
        Optional<List<Target>> set =
                changes.get("set") == null
                        ? Optional.empty()
                        : Optional.of(targets(relation, changes, "set", path));
        return create.isEmpty() && connect.isEmpty() && disconnect.isEmpty() && set.isEmpty()
                ? Optional.empty()
                : Optional.of(new RecordInput.Related(relation, create, connect, disconnect, set));
    }

    private List<Target> targets(
            Relation relation, Map<?, ?> changes, String verb, RequestPath path) {
        if (!(changes.get(verb) instanceof List<?> given)) {
            return List.of();
        }
        RequestPath place = path.then(verb);
        binding.budget().records(given.size(), place);
        ObjectType object = binding.catalog().require(relation.target());
        List<Target> targets = new ArrayList<>(given.size());
        for (int index = 0; index < given.size(); index++) {
            target(object, given.get(index), place.then(index)).ifPresent(targets::add);
        }
        return targets;
    }

    private Optional<Target> target(
            ObjectType object, @Nullable Object reference, RequestPath path) {
        var key = ((Map<?, ?>) Objects.requireNonNull(reference)).entrySet().iterator().next();
        String name = String.valueOf(key.getKey());
        RequestPath place = path.then(name);
        if (name.equals("id")) {
            return binding.id(key.getValue(), place).map(RecordInput.ById::new);
        }
        Field unique = object.field(name).orElseThrow();
        return switch (FieldValues.coerceComparand(unique.type(), key.getValue())) {
            case Coercion.Accepted(Object typed) -> {
                if (typed == null) {
                    binding.problems()
                            .add(
                                    GraphqlProblem.ARGUMENT_INVALID,
                                    place,
                                    "An empty text names no record");
                    yield Optional.empty();
                }
                yield Optional.of(new RecordInput.ByKey(unique, typed));
            }
            case Coercion.Refused(Problem problem) -> {
                binding.problems().add(problem, place);
                yield Optional.empty();
            }
        };
    }
}
