package kith.script;

import java.util.Set;
import java.util.TreeSet;

/**
 * How a rule is called.
 *
 * @param isPerBatch whether it is called once for all records of a batch, as {@code records}, and
 *     not once for each, as {@code record} and {@code old}
 * @param mayFill whether it may set the fields of the records that it is called for
 */
public record ScriptForm(boolean isPerBatch, boolean mayFill) {

    /** Once for each record, whose fields it may set. */
    public static final ScriptForm FILLING = new ScriptForm(false, true);

    private static final Set<String> ALWAYS_GIVEN =
            Set.of("isNew", "moment", "crm", "log", "limits");

    /** The names of what a rule of this form is given. */
    public Set<String> given() {
        Set<String> names = new TreeSet<>(ALWAYS_GIVEN);
        names.addAll(isPerBatch ? Set.of("records") : Set.of("record", "old"));
        return names;
    }
}
