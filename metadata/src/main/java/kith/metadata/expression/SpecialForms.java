package kith.metadata.expression;

import java.util.List;
import kith.metadata.expression.Function.Example;

/**
 * What is written like a function and takes values of any kind.
 *
 * @param usage how it is written
 */
public record SpecialForms(String usage, String description, List<Example> examples) {

    static final String COALESCE = "coalesce";
    static final String CHOOSE = "choose";
    static final String PRIOR = "prior";
    static final String IS_CHANGED = "isChanged";

    static final List<String> NAMES = List.of(COALESCE, CHOOSE, PRIOR, IS_CHANGED);

    public SpecialForms {
        examples = List.copyOf(examples);
    }

    /** In the order of the reference. */
    public static List<SpecialForms> all() {
        return List.of(
                new SpecialForms(
                        "coalesce(value, …)",
                        "The first value that is not missing; the values are of one kind.",
                        List.of(
                                new Example("coalesce(null, 1 / 0, 3)", "3"),
                                new Example("coalesce('a', 'b')", "'a'"))),
                new SpecialForms(
                        "choose(value, case, result, …, otherwise)",
                        "The result beside the first case that equals the value.",
                        List.of(
                                new Example("choose('b', 'a', 1, 'b', 2, 0)", "2"),
                                new Example("choose(7, 1, 'one', 2, 'two', 'many')", "'many'"))),
                new SpecialForms(
                        "prior(field)",
                        "The value that a field had before the write; missing in a new record."
                                + " Only where a record is written.",
                        List.of()),
                new SpecialForms(
                        "isChanged(field)",
                        "Whether the write gives a field another value. Only where a record is"
                                + " written.",
                        List.of()));
    }
}
