package kith.runtime.rule;

import java.util.List;

/**
 * What may stand at a place of a script.
 *
 * @param from the column, counted from 1, from which an option replaces the text up to the place
 */
public record Completion(int from, List<Option> options) {

    public Completion {
        options = List.copyOf(options);
    }

    /**
     * One of the things that may stand there.
     *
     * @param type of the value, in the words of rules; empty where it has none
     * @param detail e.g. the label of a field, or the parameters of a method
     */
    public record Option(String label, Kind kind, String type, String detail) {}

    /** What an option is. */
    public enum Kind {
        FIELD,
        REFERENCE,
        METHOD,
        PROPERTY,
        VARIABLE,
        FUNCTION,
        OBJECT,
        VALUE,
        TYPE
    }
}
