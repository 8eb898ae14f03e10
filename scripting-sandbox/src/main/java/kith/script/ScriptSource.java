package kith.script;

/**
 * The text of a rule.
 *
 * @param name the rule's name, used in failures only
 * @param text the Groovy source
 * @param objectType the object whose records the rule sees as {@code record} and {@code old}
 */
public record ScriptSource(String name, String text, String objectType) {}
