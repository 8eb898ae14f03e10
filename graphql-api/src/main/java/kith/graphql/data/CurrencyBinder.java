package kith.graphql.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kith.graphql.GraphqlProblem;
import kith.metadata.catalog.Field;
import kith.runtime.read.Predicate;

/**
 * Binds the conditions on the currency of an amount. All amounts of a tenant are of its currency,
 * so what is left to ask is whether there is an amount.
 */
record CurrencyBinder(Binding binding) {

    Predicate bind(Field amount, Object operators, RequestPath path, int depth) {
        if (((Map<?, ?>) operators).isEmpty()) {
            binding.problems()
                    .add(
                            GraphqlProblem.FILTER_EMPTY,
                            path,
                            "The condition on the currency has no operator",
                            "Leave the field out if it does not matter");
        }
        List<Predicate> parts = new ArrayList<>();
        ((Map<?, ?>) operators)
                .forEach((name, value) -> {
                    RequestPath place = path.then(name);
                    binding.budget().condition(depth, place);
                    if (value == null) {
                        binding.problems()
                                .add(
                                        GraphqlProblem.ARGUMENT_INVALID,
                                        place,
                                        "null compares with nothing",
                                        "Ask with `isNull`");
                    } else {
                        parts.add(condition(amount, String.valueOf(name), value));
                    }
                });
        return parts.size() == 1 ? parts.getFirst() : new Predicate.All(parts);
    }

    private Predicate condition(Field amount, String operator, Object value) {
        String currency = binding.caller().tenant().currency().getCurrencyCode();
        Predicate missing = new Predicate.Missing(amount);
        return switch (operator) {
            case "eq" -> present(currency.equals(value), missing);
            case "ne" -> new Predicate.Not(present(currency.equals(value), missing));
            case "in" -> present(((List<?>) value).contains(currency), missing);
            case "notIn" ->
                    new Predicate.Not(present(((List<?>) value).contains(currency), missing));
            case "isNull" -> (boolean) value ? missing : new Predicate.Not(missing);
            default -> throw new IllegalStateException("Unknown operator " + operator);
        };
    }

    private static Predicate present(boolean isCurrency, Predicate missing) {
        return isCurrency ? new Predicate.Not(missing) : Predicate.NEVER;
    }
}
