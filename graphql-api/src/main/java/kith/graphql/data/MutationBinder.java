package kith.graphql.data;

import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import kith.graphql.GraphqlProblem;
import kith.graphql.data.AnswerLayout.Entry;
import kith.graphql.schema.InputFields;
import kith.graphql.schema.RootField;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Rule;
import kith.runtime.read.Predicate;
import kith.runtime.read.RecordSelection;
import kith.runtime.write.RecordInput;
import kith.runtime.write.WriteRequest;
import kith.runtime.write.WriteRequest.CountItem;
import kith.runtime.write.WriteRequest.DestroyItem;
import kith.runtime.write.WriteRequest.Step;
import kith.runtime.write.WriteRequest.UpsertItem;
import org.jspecify.annotations.Nullable;

/** Binds a mutation. */
final class MutationBinder {

    private final Binding binding;
    private final RecordBinder records;
    private final InputBinder inputs;

    private MutationBinder(Binding binding) {
        this.binding = binding;
        this.records = new RecordBinder(binding);
        this.inputs = new InputBinder(binding);
    }

    static BoundOperation.Mutation bind(Binding binding) {
        return new MutationBinder(binding).bind();
    }

    private BoundOperation.Mutation bind() {
        List<SelectedField> fields = binding.operation().roots();
        binding.budget().roots(fields.size());
        GraphQLObjectType mutation = binding.operation().rootType();
        List<Step> steps = new ArrayList<>(fields.size());
        List<Entry> entries = new ArrayList<>(fields.size());
        for (SelectedField field : fields) {
            if (field.isTypeName()) {
                entries.add(new AnswerLayout.Known(field.key(), mutation.getName()));
            } else if (field.isIntrospection()) {
                entries.add(new AnswerLayout.Introspected(field.key()));
            } else {
                step(field, mutation).ifPresent(steps::add);
                entries.add(new AnswerLayout.Records(field.key(), field.key()));
            }
        }
        binding.problems().throwIfAny();
        return new BoundOperation.Mutation(
                new WriteRequest(steps), new AnswerLayout(entries), binding.budget().cost());
    }

    /** Empty where a problem was found. */
    private Optional<Step> step(SelectedField field, GraphQLObjectType mutation) {
        RootField.MutationField root =
                binding.operation().document().schema().roots().mutations().get(field.name());
        if (root == null) {
            throw new IllegalStateException("Unknown root field " + field.name());
        }
        ObjectType object = binding.catalog().require(root.object());
        Call call =
                new Call(
                        field,
                        object,
                        binding.typeOf(field, mutation),
                        binding.arguments(field, mutation),
                        Place.root().into(field));
        String key = field.key();
        return switch (root) {
            case RootField.Create _ ->
                    Optional.of(
                            new WriteRequest.Create(
                                    key, object, List.of(data(call)), false, record(call)));
            case RootField.CreateMany _ -> {
                List<RecordInput> batch = batch(call);
                yield Optional.of(
                        new WriteRequest.Create(
                                key, object, batch, true, records(call, batch.size())));
            }
            case RootField.Update _ -> update(call);
            case RootField.UpdateWhere _ ->
                    Optional.of(
                            new WriteRequest.UpdateWhere(
                                    key, object, filter(call), data(call), counts(call)));
            case RootField.Upsert _ -> upsert(call);
            case RootField.Delete _ ->
                    id(call).map(id -> new WriteRequest.Delete(key, object, id, record(call)));
            case RootField.DeleteWhere _ ->
                    Optional.of(
                            new WriteRequest.DeleteWhere(key, object, filter(call), counts(call)));
            case RootField.Restore _ ->
                    id(call).map(id -> new WriteRequest.Restore(key, object, id, record(call)));
            case RootField.RestoreWhere _ ->
                    Optional.of(
                            new WriteRequest.RestoreWhere(key, object, filter(call), counts(call)));
            case RootField.DestroyWhere _ ->
                    Optional.of(
                            new WriteRequest.DestroyWhere(key, object, filter(call), counts(call)));
            case RootField.Destroy _ ->
                    id(call).map(id -> new WriteRequest.Destroy(key, object, id, destroyed(call)));
            case RootField.RunRule _ -> runRule(call);
        };
    }

    private Optional<Step> update(Call call) {
        Integer ifVersion = (Integer) call.arguments().get("ifVersion");
        RecordInput data = data(call);
        RecordSelection selection = record(call);
        return id(call).map(id ->
                new WriteRequest.Update(
                        call.field().key(),
                        call.object(),
                        id,
                        data,
                        ifVersion == null ? OptionalInt.empty() : OptionalInt.of(ifVersion),
                        selection));
    }

    private Optional<Step> upsert(Call call) {
        List<RecordInput> batch = batch(call);
        List<UpsertItem> items = new ArrayList<>();
        for (SelectedField item : fields(call)) {
            items.add(
                    switch (item.name()) {
                        case "id" -> new UpsertItem.Id(item.key());
                        case "created" -> new UpsertItem.Created(item.key());
                        case "record" ->
                                new UpsertItem.Whole(
                                        item.key(),
                                        records.bind(
                                                call.object(),
                                                item,
                                                call.place().into(item).times(batch.size())));
                        case SelectedField.TYPE_NAME ->
                                new UpsertItem.Text(item.key(), call.type().getName());
                        default -> throw new IllegalStateException("Unknown " + item.name());
                    });
        }
        return on(call).map(on ->
                new WriteRequest.Upsert(call.field().key(), call.object(), on, batch, items));
    }

    private Optional<Field> on(Call call) {
        String name = String.valueOf(call.arguments().get("on"));
        List<Field> unique = InputFields.unique(call.object());
        Optional<Field> on = unique.stream().filter(field -> field.name().equals(name)).findFirst();
        if (on.isEmpty()) {
            binding.problems()
                    .add(
                            GraphqlProblem.ARGUMENT_INVALID,
                            call.path("on"),
                            "`%s` is no unique field of %s".formatted(name, call.object().name()),
                            "One of: "
                                    + String.join(", ", unique.stream().map(Field::name).toList()));
        }
        return on;
    }

    private Optional<Step> runRule(Call call) {
        List<?> given = (List<?>) Objects.requireNonNull(call.arguments().get("ids"));
        List<UUID> ids = new ArrayList<>(given.size());
        for (int index = 0; index < given.size(); index++) {
            binding.id(given.get(index), call.path("ids").then(index)).ifPresent(ids::add);
        }
        RecordSelection selection = records(call, given.size());
        return button(call)
                .map(rule ->
                        new WriteRequest.RunRule(
                                call.field().key(), call.object(), rule, ids, selection));
    }

    private Optional<Rule> button(Call call) {
        String name = String.valueOf(call.arguments().get("rule"));
        Optional<Rule> rule = call.object().button(name);
        if (rule.isEmpty()) {
            List<String> buttons =
                    call.object()
                            .rulesAt(Moment.BUTTON)
                            .map(one -> one.definition().name())
                            .toList();
            binding.problems()
                    .add(
                            GraphqlProblem.ARGUMENT_INVALID,
                            call.path("rule"),
                            "`%s` is no rule on BUTTON of %s".formatted(name, call.object().name()),
                            "One of: " + String.join(", ", buttons));
        }
        return rule;
    }

    private List<CountItem> counts(Call call) {
        return fields(call).stream()
                .<CountItem>map(item ->
                        item.isTypeName()
                                ? new CountItem.Text(item.key(), call.type().getName())
                                : new CountItem.Count(item.key()))
                .toList();
    }

    private List<DestroyItem> destroyed(Call call) {
        return fields(call).stream()
                .<DestroyItem>map(item ->
                        item.isTypeName()
                                ? new DestroyItem.Text(item.key(), call.type().getName())
                                : new DestroyItem.Id(item.key()))
                .toList();
    }

    private List<SelectedField> fields(Call call) {
        List<SelectedField> fields =
                binding.operation().fields(call.type(), call.field().selectionSets());
        binding.budget().fields(fields.size(), call.place().depth(), call.place().path());
        return fields;
    }

    private RecordSelection record(Call call) {
        return records.bind(call.object(), call.field(), call.place());
    }

    private RecordSelection records(Call call, int count) {
        return records.bind(call.object(), call.field(), call.place().times(count));
    }

    private RecordInput data(Call call) {
        return inputs.bind(call.object(), call.arguments().get("data"), call.path("data"));
    }

    private List<RecordInput> batch(Call call) {
        List<?> data = (List<?>) Objects.requireNonNull(call.arguments().get("data"));
        int most = binding.budget().limits().batch();
        if (data.size() > most) {
            binding.problems()
                    .add(
                            GraphqlProblem.QUERY_TOO_WIDE,
                            call.path("data"),
                            "One write takes at most %,d records".formatted(most),
                            "Send several batches");
            return List.of();
        }
        return inputs.bindAll(call.object(), data, call.path("data"));
    }

    private Predicate filter(Call call) {
        binding.budget().writeByFilter(call.place().path());
        return records.lists()
                .filters()
                .bindWithCondition(
                        call.object(), call.arguments().get("filter"), call.path("filter"));
    }

    private Optional<UUID> id(Call call) {
        return binding.id(call.arguments().get("id"), call.path("id"));
    }

    /**
     * One root field of the mutation.
     *
     * @param type the type that it answers with
     */
    private record Call(
            SelectedField field,
            ObjectType object,
            GraphQLObjectType type,
            Map<String, @Nullable Object> arguments,
            Place place) {

        RequestPath path(String argument) {
            return place.path().then(argument);
        }
    }
}
