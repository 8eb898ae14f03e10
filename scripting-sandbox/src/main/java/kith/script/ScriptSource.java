package kith.script;

/**
 * The text of a rule.
 *
 * @param name the rule's name, used in failures only
 * @param text the Groovy source
 * @param objectType the object whose records the rule is called for
 */
public record ScriptSource(String name, String text, String objectType, ScriptForm form) {

    /** A rule that is called once for each record and may set its fields. */
    public ScriptSource(String name, String text, String objectType) {
        this(name, text, objectType, ScriptForm.FILLING);
    }
}
