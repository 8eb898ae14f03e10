package kith.runtime.rule;

import kith.metadata.catalog.ObjectType;

/** What is known of a value in a script that is still being written. */
sealed interface ScriptValue {

    /** A record; of the rule itself, or of others. */
    record OfRecord(ObjectType object, boolean isOwn) implements ScriptValue {}

    /** A list of records. */
    record OfRecords(ObjectType object) implements ScriptValue {}

    /**
     * A value of a type.
     *
     * @param type internal name, e.g. {@code java/lang/String}
     */
    record OfType(String type) implements ScriptValue {}

    /** Nothing is known. */
    record Unknown() implements ScriptValue {}
}
