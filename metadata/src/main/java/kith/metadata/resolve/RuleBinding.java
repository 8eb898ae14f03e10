package kith.metadata.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.catalog.RuleCompiler.Compilation;

/** Compiles the active rules and puts them into the order in which they run. */
final class RuleBinding {

    private static final Comparator<RuleDefinition> ORDER =
            Comparator.comparingInt(RuleDefinition::order).thenComparing(RuleDefinition::name);

    private final RuleCompiler compiler;
    private final Findings findings;

    RuleBinding(RuleCompiler compiler, Findings findings) {
        this.compiler = compiler;
        this.findings = findings;
    }

    /** The compiled rules by object; those that are refused are left out and found. */
    Map<String, List<Rule>> bind(List<RuleDefinition> rules, List<ObjectType> objects) {
        Map<String, List<Rule>> bound = new HashMap<>();
        rules.stream()
                .filter(RuleDefinition::isActive)
                .sorted(ORDER)
                .forEach(rule -> compile(rule, objects, bound));
        return bound;
    }

    private void compile(
            RuleDefinition rule, List<ObjectType> objects, Map<String, List<Rule>> bound) {
        Compilation compilation = compiler.compile(rule, objects);
        switch (compilation) {
            case RuleCompiler.Compiled(var program) ->
                    bound.computeIfAbsent(rule.object(), first -> new ArrayList<>())
                            .add(new Rule(rule, program));
            case RuleCompiler.Refused(var problems) ->
                    problems.forEach(problem -> findings.addScript(rule, problem));
        }
    }
}
