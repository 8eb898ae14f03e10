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
import kith.metadata.problem.Problem;
import kith.runtime.value.Coercion;
import kith.runtime.value.FieldValues;
import kith.runtime.write.RecordInput;
import org.jspecify.annotations.Nullable;

/** Binds the values that a caller gives for records. */
final class InputBinder {

    private final Binding binding;

    InputBinder(Binding binding) {
        this.binding = binding;
    }

    /** The values of one record. */
    RecordInput bind(ObjectType object, @Nullable Object data, RequestPath path) {
        binding.budget().records(1, path);
        Optional<UUID> id = Optional.empty();
        Map<Field, RecordInput.Value> values = new LinkedHashMap<>();
        for (var member : ((Map<?, ?>) Objects.requireNonNull(data)).entrySet()) {
            String name = String.valueOf(member.getKey());
            RequestPath place = path.then(name);
            if (name.equals("id")) {
                id = member.getValue() == null ? id : binding.id(member.getValue(), place);
            } else {
                Field field = object.field(name).orElseThrow();
                value(field, member.getValue(), place).ifPresent(value -> values.put(field, value));
            }
        }
        return new RecordInput(id, values, path.steps());
    }

    /** The values of several records. */
    List<RecordInput> bindAll(ObjectType object, @Nullable Object data, RequestPath path) {
        List<?> given = (List<?>) Objects.requireNonNull(data);
        List<RecordInput> records = new ArrayList<>(given.size());
        for (Object record : given) {
            records.add(bind(object, record, path.then(records.size())));
        }
        return records;
    }

    private Optional<RecordInput.Value> value(
            Field field, @Nullable Object value, RequestPath path) {
        if (field.isToOne()) {
            return value == null
                    ? Optional.of(new RecordInput.Reference(Optional.empty()))
                    : target(field, value, path)
                            .map(target -> new RecordInput.Reference(Optional.of(target)));
        }
        if (field.isManyToMany()) {
            return value == null ? Optional.empty() : Optional.of(links(field, value, path));
        }
        return Optional.of(new RecordInput.Plain(value));
    }

    private RecordInput.Value links(Field field, Object value, RequestPath path) {
        Map<?, ?> changes = (Map<?, ?>) value;
        return new RecordInput.Links(
                targets(field, changes.get("connect"), path.then("connect")),
                targets(field, changes.get("disconnect"), path.then("disconnect")));
    }

    private List<RecordInput.Target> targets(
            Field field, @Nullable Object references, RequestPath path) {
        if (references == null) {
            return List.of();
        }
        List<?> given = (List<?>) references;
        binding.budget().records(given.size(), path);
        List<RecordInput.Target> targets = new ArrayList<>(given.size());
        for (int index = 0; index < given.size(); index++) {
            target(field, given.get(index), path.then(index)).ifPresent(targets::add);
        }
        return targets;
    }

    private Optional<RecordInput.Target> target(
            Field field, @Nullable Object reference, RequestPath path) {
        var key = ((Map<?, ?>) Objects.requireNonNull(reference)).entrySet().iterator().next();
        String name = String.valueOf(key.getKey());
        RequestPath place = path.then(name);
        if (name.equals("id")) {
            return binding.id(key.getValue(), place).map(RecordInput.ById::new);
        }
        Field unique =
                binding.catalog().require(field.target().orElseThrow()).field(name).orElseThrow();
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
