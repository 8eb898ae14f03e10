package kith.metadata.catalog;

import java.util.List;
import java.util.Set;
import kith.metadata.catalog.RuleCompiler.ScriptProblem;

/** What a script was compiled to; opaque to the dictionary but for the fields that it touches. */
public interface RuleProgram {

    /** The fields that the script reads or writes, through references too. */
    Set<FieldUse> uses();

    /** What its author should know of the script, though it may run. */
    default List<ScriptProblem> warnings() {
        return List.of();
    }

    /** A field by the names under which a script sees it. */
    record FieldUse(String object, String field) {}
}
