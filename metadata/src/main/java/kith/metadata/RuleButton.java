package kith.metadata;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How the app offers a rule that people set off.
 *
 * @param places where its button stands, never empty
 * @param visibleWhen the condition under which the page of a record shows it; it protects nothing
 */
public record RuleButton(Set<Place> places, Optional<String> visibleWhen) {

    public RuleButton {
        places = Set.copyOf(EnumSet.copyOf(places));
    }

    /** Where a button stands. */
    public enum Place {
        /** On the page of a record. */
        RECORD,
        /** At the list, for the records that were chosen there. */
        LIST
    }
}
