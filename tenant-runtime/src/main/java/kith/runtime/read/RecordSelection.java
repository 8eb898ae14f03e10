package kith.runtime.read;

import java.util.List;
import java.util.Optional;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;

/** What to read of a record; becomes a JSON object whose keys come in this order. */
public record RecordSelection(List<Selected> items) {

    public RecordSelection {
        items = List.copyOf(items);
    }

    /**
     * Equal for equal selections, and quicker to compare; empty where more is selected than values
     * of the record itself.
     */
    public Optional<String> outline() {
        StringBuilder outline = new StringBuilder();
        for (Selected item : items) {
            outline.append(item.key());
            switch (item) {
                case Value value -> outline.append(':').append(value.field().name());
                case Constant constant -> outline.append('=').append(constant.text());
                case ConstantBeside beside ->
                        outline.append('&')
                                .append(beside.field().name())
                                .append('=')
                                .append(beside.text());
                case ToOne _, ToAny _, History _, ToMany _ -> {
                    return Optional.empty();
                }
            }
            outline.append('\n');
        }
        return Optional.of(outline.toString());
    }

    /** One entry of the object. */
    public sealed interface Selected {
        /** The key in the answer. */
        String key();
    }

    /**
     * The value of a field in its API form; of a to-one field the id of the record it points to.
     */
    public record Value(String key, Field field) implements Selected {}

    /**
     * A text that is the same for every record, such as the type's name or the tenant's currency.
     */
    public record Constant(String key, String text) implements Selected {}

    /**
     * Text that stands beside a value and is missing where the value is: the currency of an amount.
     */
    public record ConstantBeside(String key, Field field, String text) implements Selected {}

    /**
     * The record that a to-one field points to; null where it points nowhere or to a deleted
     * record.
     */
    public record ToOne(String key, Field reference, RecordSelection selection)
            implements Selected {}

    /**
     * The record that a polymorphic lookup points to, as what is selected of its object's records;
     * null where it points nowhere or to a deleted record.
     *
     * @param targetObject the field that tells of which object the record is
     */
    public record ToAny(
            String key, Field reference, Field targetObject, List<ReadRequest.PerObject> selections)
            implements Selected {
        public ToAny {
            selections = List.copyOf(selections);
        }
    }

    /** A page of what was done to the record, newest first. */
    public record History(
            String key,
            ObjectType object,
            int first,
            Optional<String> after,
            HistorySelection selection)
            implements Selected {}

    /** A page of related records. */
    public record ToMany(
            String key, Relation relation, ListArguments arguments, ConnectionSelection selection)
            implements Selected {}
}
