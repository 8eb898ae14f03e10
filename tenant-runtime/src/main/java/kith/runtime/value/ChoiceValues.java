package kith.runtime.value;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kith.metadata.field.PicklistValue;
import kith.metadata.problem.Problem;

/** Reads choices of picklists, always by their API value. */
final class ChoiceValues {

    private ChoiceValues() {}

    /** One active value. */
    static Coercion one(Object raw, List<PicklistValue> values) {
        return active(raw, values)
                .<Coercion>map(Coercion.Refused::new)
                .orElseGet(() -> new Coercion.Accepted(raw));
    }

    /** Any number of active values; kept once each, in the order of the definition. */
    static Coercion many(Object raw, List<PicklistValue> values) {
        if (!(raw instanceof Iterable<?> items)) {
            return new Coercion.Refused(FieldValues.wrongType(raw, "a list of texts"));
        }
        Set<Object> chosen = new LinkedHashSet<>();
        for (Object item : items) {
            Optional<Problem> problem = active(item, values);
            if (problem.isPresent()) {
                return new Coercion.Refused(problem.get());
            }
            chosen.add(item);
        }
        if (chosen.isEmpty()) {
            return Coercion.none();
        }
        return new Coercion.Accepted(
                values.stream().map(PicklistValue::value).filter(chosen::contains).toList());
    }

    /** One value, active or not. */
    static Coercion known(Object raw, List<PicklistValue> values) {
        Optional<Problem> problem = active(raw, values);
        if (problem.isPresent() && problem.get().code() != ValueProblem.PICKLIST_VALUE_INACTIVE) {
            return new Coercion.Refused(problem.get());
        }
        return new Coercion.Accepted(raw);
    }

    /** One of the objects that a lookup may point to, by its name. */
    static Coercion target(Object raw, Collection<String> targets) {
        if (!(raw instanceof String given)) {
            return new Coercion.Refused(FieldValues.wrongType(raw, "a text"));
        }
        if (targets.contains(given)) {
            return new Coercion.Accepted(given);
        }
        Problem problem =
                Problem.of(
                        ValueProblem.TARGET_UNKNOWN,
                        "The field cannot point to '%s'".formatted(abbreviated(given)));
        return new Coercion.Refused(
                problem.hint("It points to %s.".formatted(String.join(" or ", targets))));
    }

    private static Optional<Problem> active(Object raw, List<PicklistValue> values) {
        if (!(raw instanceof String given)) {
            return Optional.of(FieldValues.wrongType(raw, "a text"));
        }
        Optional<PicklistValue> known =
                values.stream().filter(value -> value.value().equals(given)).findFirst();
        if (known.isEmpty()) {
            Problem problem =
                    Problem.of(
                            ValueProblem.PICKLIST_VALUE_UNKNOWN,
                            "'%s' is not one of the values".formatted(abbreviated(given)));
            return Optional.of(
                    NearestValue.of(given, values)
                            .map(near -> problem.hint("Did you mean `%s`?".formatted(near)))
                            .orElse(problem));
        }
        if (!known.get().isActive()) {
            return Optional.of(
                    Problem.of(
                            ValueProblem.PICKLIST_VALUE_INACTIVE,
                            "'%s' is no longer in use".formatted(given)));
        }
        return Optional.empty();
    }

    private static String abbreviated(String given) {
        return given.length() <= 60 ? given : given.substring(0, 60) + "…";
    }
}
