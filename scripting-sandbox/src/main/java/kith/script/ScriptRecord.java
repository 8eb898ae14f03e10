package kith.script;

import org.jspecify.annotations.Nullable;

/**
 * A record as the host shows it to a rule. Only the Java types named at {@link ScriptType.Scalar}
 * cross, references as {@code ScriptRecord}.
 *
 * <p>Both methods may block. What they throw passes through the rule, which cannot catch it, to
 * whoever ran the rule; only a {@link RuleRefusal} is the rule's to handle.
 */
public interface ScriptRecord {

    /** The value of a property, {@code null} where empty. */
    @Nullable Object get(String property);

    /**
     * Whether {@link #get} answers at once, costs nothing and changes nothing: then the value may
     * be asked for before the rule does.
     */
    default boolean isAtHand(String property) {
        return false;
    }

    /** How many characters the texts have that came with it; a rule pays for them as memory. */
    default int textLength() {
        return 0;
    }

    /**
     * Sets a writable property. The host checks the value again as for any other write. It changes
     * what {@link #get} answers for the property and for references, and nothing else. The record
     * that the rule runs for refuses nothing here: what is wrong is told when the rule has ended.
     */
    void set(String property, @Nullable Object value);

    /**
     * The same, for a host that wants to know where a value comes from.
     *
     * @param line of the rule that sets it; 0 where it is unknown
     */
    default void set(String property, @Nullable Object value, int line) {
        set(property, value);
    }
}
