package kith.script.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kith.script.ScriptForm;
import kith.script.ScriptProblem;
import kith.script.ScriptSource;

/**
 * What the type checker of one compilation is given and finds; it hangs on the class node of the
 * rule, for Groovy makes the checker itself.
 */
record TypeCheckContext(
        RuleTypes types,
        ScriptSource source,
        List<ScriptProblem> problems,
        List<ScriptProblem> warnings,
        SortedSet<String> reads,
        SortedSet<String> writes) {

    static final String METADATA_KEY = "kith.rule.context";

    static TypeCheckContext of(RuleTypes types, ScriptSource source) {
        return new TypeCheckContext(
                types,
                source,
                new ArrayList<>(),
                new ArrayList<>(),
                new TreeSet<>(),
                new TreeSet<>());
    }

    String objectType() {
        return source.objectType();
    }

    ScriptForm form() {
        return source.form();
    }
}
