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

    /** Sets a writable property. The host checks the value again as for any other write. */
    void set(String property, @Nullable Object value);
}
