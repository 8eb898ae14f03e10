package kith.script;

import org.jspecify.annotations.Nullable;

/**
 * A record that a rule is called for.
 *
 * @param old the record as it was, {@code null} where it is being created
 */
public record ScriptSubject(ScriptRecord record, @Nullable ScriptRecord old) {}
