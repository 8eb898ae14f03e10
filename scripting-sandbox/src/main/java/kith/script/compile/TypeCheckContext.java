package kith.script.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kith.script.ScriptProblem;

/**
 * What the type checker of one compilation is given and finds; it hangs on the class node of the
 * rule, for Groovy makes the checker itself.
 */
record TypeCheckContext(
        RuleTypes types,
        String objectType,
        List<ScriptProblem> problems,
        SortedSet<String> reads,
        SortedSet<String> writes) {

    static final String METADATA_KEY = "kith.rule.context";

    static TypeCheckContext of(RuleTypes types, String objectType) {
        return new TypeCheckContext(
                types, objectType, new ArrayList<>(), new TreeSet<>(), new TreeSet<>());
    }
}
