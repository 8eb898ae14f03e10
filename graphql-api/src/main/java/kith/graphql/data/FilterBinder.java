package kith.graphql.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kith.graphql.GraphqlProblem;
import kith.graphql.schema.OutputField;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import kith.metadata.catalog.SystemFields;
import kith.runtime.read.Predicate;
import org.jspecify.annotations.Nullable;

/** Binds filters. An explicit null is refused: it neither matches nor means no condition. */
final class FilterBinder {

    private final Binding binding;
    private final ConditionBinder conditions;

    FilterBinder(Binding binding) {
        this.binding = binding;
        this.conditions = new ConditionBinder(binding);
    }

    /** A filter that may be missing. */
    Predicate bind(ObjectType object, @Nullable Object filter, RequestPath path) {
        return filter == null ? Predicate.ALWAYS : filter(object, filter, path, 1);
    }

    /** The filter of a write, which must not match all records by an oversight. */
    Predicate bindWithCondition(ObjectType object, @Nullable Object filter, RequestPath path) {
        Predicate bound = bind(object, filter, path);
        if (bound.equals(Predicate.ALWAYS)) {
            binding.problems()
                    .add(
                            GraphqlProblem.FILTER_EMPTY,
                            path,
                            "The filter has no condition and would match all records",
                            "Say `{ id: { isNull: false } }` if all are meant");
        }
        return bound;
    }

    private Predicate filter(
            ObjectType object, @Nullable Object filter, RequestPath path, int depth) {
        binding.budget().condition(depth, path);
        if (!(filter instanceof Map<?, ?> members)) {
            return refusedNull(path);
        }
        List<Predicate> parts = new ArrayList<>();
        members.forEach((name, value) ->
                parts.add(member(object, String.valueOf(name), value, path.then(name), depth + 1)));
        return all(parts);
    }

    private Predicate member(
            ObjectType object, String name, @Nullable Object value, RequestPath path, int depth) {
        if (value == null) {
            return refusedNull(path);
        }
        return switch (name) {
            case "and" -> all(each(object, value, path, depth));
            case "or" -> any(each(object, value, path, depth));
            case "not" -> new Predicate.Not(filter(object, value, path, depth));
            case "me" -> me(object.field(SystemFields.ID).orElseThrow(), (boolean) value);
            default ->
                    switch (OutputField.named(object, name).orElseThrow()) {
                        case OutputField.Plain(Field plain) ->
                                conditions.bind(plain, value, path, depth);
                        case OutputField.ReferenceId(Field reference) ->
                                conditions.bind(reference, value, path, depth);
                        case OutputField.Reference(Field reference) ->
                                through(reference, value, path, depth);
                        case OutputField.AnyReference(Field lookup) ->
                                any(object, lookup, (Map<?, ?>) value, path, depth);
                        case OutputField.ListOf(Relation relation) ->
                                related(relation, value, path, depth);
                        case OutputField.CurrencyOf(Field amount) ->
                                new CurrencyBinder(binding).bind(amount, value, path, depth);
                    };
        };
    }

    /** Conditions on what a polymorphic lookup points to; those on a target ask for its object. */
    private Predicate any(
            ObjectType object, Field lookup, Map<?, ?> members, RequestPath path, int depth) {
        List<Predicate> parts = new ArrayList<>();
        members.forEach((name, value) ->
                parts.add(
                        any(object, lookup, String.valueOf(name), value, path.then(name), depth)));
        if (parts.isEmpty()) {
            binding.problems()
                    .add(
                            GraphqlProblem.FILTER_EMPTY,
                            path,
                            "The condition on `%s` asks nothing".formatted(lookup.name()),
                            "Leave the field out if it does not matter");
        }
        return all(parts);
    }

    private Predicate any(
            ObjectType object,
            Field lookup,
            String name,
            @Nullable Object value,
            RequestPath path,
            int depth) {
        if (value == null) {
            return refusedNull(path);
        }
        return switch (name) {
            case "id" -> conditions.bind(lookup, value, path, depth);
            case "type" -> conditions.bind(object.targetObjectOf(lookup), value, path, depth);
            case "isNull" -> conditions.bind(lookup, Map.of(name, value), path, depth);
            default -> through(lookup.narrowedTo(name), value, path, depth);
        };
    }

    /**
     * A reference to the calling user is known without a look at the users; one to another user is
     * not, for a reference without a record is to nobody.
     */
    private Predicate through(Field reference, Object filter, RequestPath path, int depth) {
        ObjectType target = binding.catalog().require(reference.target().orElseThrow());
        Map<?, ?> members = (Map<?, ?>) filter;
        if (!(members.get("me") instanceof Boolean isMe) || !isMe) {
            return new Predicate.Through(reference, filter(target, filter, path, depth));
        }
        binding.budget().condition(depth, path);
        Predicate me = me(reference, true);
        if (members.size() == 1) {
            return me;
        }
        Map<Object, @Nullable Object> others = new LinkedHashMap<>(members);
        others.remove("me");
        Predicate rest = filter(target, others, path, depth);
        return new Predicate.All(List.of(me, new Predicate.Through(reference, rest)));
    }

    private Predicate me(Field id, boolean isMe) {
        Predicate me =
                binding.caller()
                        .user()
                        .<Predicate>map(
                                user -> new Predicate.Compare(id, Predicate.Operator.EQ, user))
                        .orElse(Predicate.NEVER);
        return isMe ? me : new Predicate.Not(me);
    }

    private List<Predicate> each(ObjectType object, Object filters, RequestPath path, int depth) {
        List<Predicate> parts = new ArrayList<>();
        for (Object filter : (List<?>) filters) {
            parts.add(filter(object, filter, path.then(parts.size()), depth));
        }
        return parts;
    }

    private Predicate related(Relation relation, Object quantifiers, RequestPath path, int depth) {
        ObjectType target = binding.catalog().require(relation.target());
        List<Predicate> parts = new ArrayList<>();
        ((Map<?, ?>) quantifiers)
                .forEach((name, filter) ->
                        parts.add(
                                new Predicate.Related(
                                        relation,
                                        Predicate.Quantifier.valueOf(
                                                String.valueOf(name).toUpperCase(Locale.ROOT)),
                                        filter(target, filter, path.then(name), depth + 1))));
        if (parts.isEmpty()) {
            binding.problems()
                    .add(
                            GraphqlProblem.FILTER_EMPTY,
                            path,
                            "A condition on a list needs one of some, every and none");
        }
        return all(parts);
    }

    private Predicate refusedNull(RequestPath path) {
        binding.problems()
                .add(
                        GraphqlProblem.ARGUMENT_INVALID,
                        path,
                        "null is no condition",
                        "Leave it out, or ask with `isNull`");
        return Predicate.NEVER;
    }

    private static Predicate all(List<Predicate> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Predicate.All(parts);
    }

    private static Predicate any(List<Predicate> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Predicate.Any(parts);
    }
}
