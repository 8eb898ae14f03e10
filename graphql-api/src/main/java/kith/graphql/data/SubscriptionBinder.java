package kith.graphql.data;

import graphql.schema.GraphQLObjectType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kith.graphql.GraphqlProblem;
import kith.metadata.catalog.ObjectType;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.read.ChangeSelection;
import kith.runtime.read.EventsRequest;
import kith.runtime.read.Predicate;
import kith.runtime.read.ReadStatements;
import kith.runtime.read.StreamCursor;
import org.jspecify.annotations.Nullable;

/** Binds a subscription, whose only root field the schema's validation has seen to. */
final class SubscriptionBinder {

    private SubscriptionBinder() {}

    /** A directive may have taken the only field away. */
    private static ProblemException empty() {
        return new ProblemException(
                Problem.of(GraphqlProblem.GRAPHQL_INVALID, "The subscription asks for nothing"));
    }

    static BoundSubscription bind(Binding binding, ReadStatements statements) {
        GraphQLObjectType type = binding.operation().rootType();
        SelectedField field =
                binding.operation().roots().stream().findFirst().orElseThrow(() -> empty());
        ObjectType object =
                binding.catalog()
                        .require(
                                Objects.requireNonNull(
                                        binding.operation()
                                                .document()
                                                .schema()
                                                .roots()
                                                .subscriptions()
                                                .get(field.name())));
        Map<String, @Nullable Object> arguments = binding.arguments(field, type);
        Place place = Place.root().into(field);
        RecordBinder records = new RecordBinder(binding);
        Predicate filter =
                records.lists()
                        .filters()
                        .bind(object, arguments.get("filter"), place.path().then("filter"));
        Optional<StreamCursor> after = ChangesBinder.cursor(arguments.get("after"));
        ChangeSelection selection =
                new ChangeBinder(binding, records)
                        .bind(binding.typeOf(field, type), field, List.of(object), place);
        binding.problems().throwIfAny();
        return new BoundSubscription(
                binding.caller(),
                binding.catalog(),
                field.key(),
                statements.events(
                        binding.caller(),
                        binding.catalog(),
                        new EventsRequest(field.key(), object, filter, selection)),
                after);
    }
}
