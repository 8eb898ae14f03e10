package kith.metadata.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.BrokenProgram;
import kith.metadata.catalog.Formula;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.catalog.RuleProgram;
import kith.metadata.expression.Compilation;
import kith.metadata.expression.Condition;
import kith.metadata.expression.ExpressionCompiler;
import kith.metadata.expression.ExpressionError;
import kith.metadata.expression.ExpressionScope;
import kith.metadata.expression.ExpressionTraits;
import kith.metadata.expression.Kind;
import kith.metadata.expression.Visibility;

/**
 * Compiles the active rules and puts them into the order in which they run. A rule that is refused
 * is found, or bound as broken where it may be so.
 */
final class RuleBinding {

    private static final Comparator<RuleDefinition> ORDER =
            Comparator.comparingInt(RuleDefinition::order).thenComparing(RuleDefinition::name);

    private final RuleCompiler compiler;
    private final Predicate<RuleDefinition> mayBeBroken;
    private final Findings findings;
    private final Map<String, ObjectType> byName = new HashMap<>();

    RuleBinding(RuleCompiler compiler, Predicate<RuleDefinition> mayBeBroken, Findings findings) {
        this.compiler = compiler;
        this.mayBeBroken = mayBeBroken;
        this.findings = findings;
    }

    /** The bound rules by object. */
    Map<String, List<Rule>> bind(List<RuleDefinition> rules, List<ObjectType> objects) {
        Map<String, List<Rule>> bound = new HashMap<>();
        objects.forEach(object -> byName.put(object.name(), object));
        rules.stream()
                .filter(RuleDefinition::isActive)
                .sorted(ORDER)
                .forEach(rule -> {
                    compile(rule, objects, bound);
                    checkButton(rule);
                });
        return bound;
    }

    /**
     * Empty where there is none. One that is refused holds for all records, where a rule may be
     * broken: then the rule is called too often rather than never.
     */
    private Optional<Formula> condition(RuleDefinition rule) {
        Optional<String> text = rule.call().when();
        Optional<ObjectType> object = Optional.ofNullable(byName.get(rule.object()));
        if (text.isEmpty() || object.isEmpty()) {
            return Optional.empty();
        }
        ExpressionScope scope =
                new ExpressionScope(object.get(), name -> Optional.ofNullable(byName.get(name)));
        return switch (ExpressionCompiler.compile(text.get(), scope, Kind.BOOLEAN)) {
            case Compilation.Compiled(var expression) -> Optional.of(new Condition(expression));
            case Compilation.Refused(var errors) -> {
                if (!mayBeBroken.test(rule)) {
                    errors.forEach(error -> findings.addCondition(rule, "when", error));
                }
                yield Optional.empty();
            }
        };
    }

    /** A button is shown under a condition that pages can compute. */
    private void checkButton(RuleDefinition rule) {
        ObjectType object = byName.get(rule.object());
        if (object == null || mayBeBroken.test(rule)) {
            return;
        }
        Visibility.compiled(object, rule, name -> Optional.ofNullable(byName.get(name)))
                .ifPresent(compilation -> {
                    switch (compilation) {
                        case Compilation.Compiled(var condition) ->
                                ExpressionTraits.notInBrowser(condition)
                                        .map(reason -> "Pages cannot compute this: " + reason)
                                        .map(text ->
                                                new ExpressionError(1, 1, text, Optional.empty()))
                                        .ifPresent(error -> refuseVisibility(rule, error));
                        case Compilation.Refused(var errors) ->
                                errors.forEach(error -> refuseVisibility(rule, error));
                    }
                });
    }

    private void refuseVisibility(RuleDefinition rule, ExpressionError error) {
        findings.addCondition(rule, "visibleWhen", error);
    }

    private void compile(
            RuleDefinition rule, List<ObjectType> objects, Map<String, List<Rule>> bound) {
        switch (compiler.compile(rule, objects)) {
            case RuleCompiler.Compiled(var program) -> add(rule, program, bound);
            case RuleCompiler.Refused(var problems) -> {
                if (mayBeBroken.test(rule)) {
                    add(rule, new BrokenProgram(problems), bound);
                } else {
                    problems.forEach(problem -> findings.addScript(rule, problem));
                }
            }
        }
    }

    private void add(RuleDefinition rule, RuleProgram program, Map<String, List<Rule>> bound) {
        bound.computeIfAbsent(rule.object(), first -> new ArrayList<>())
                .add(new Rule(rule, program, condition(rule)));
    }
}
