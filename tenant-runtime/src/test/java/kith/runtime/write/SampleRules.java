package kith.runtime.write;

import java.util.Optional;
import java.util.Set;
import kith.metadata.RuleCall;
import kith.metadata.RuleDefinition;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Formula;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.expression.Compilation;
import kith.metadata.expression.Condition;
import kith.metadata.expression.ExpressionCompiler;
import kith.metadata.expression.ExpressionScope;
import kith.metadata.expression.Kind;
import kith.runtime.rule.GroovyRuleCompiler;
import kith.script.compile.InProcessScriptCompiler;
import kith.script.run.ScriptRunner;

/** Rules in Groovy on the sample catalog. */
final class SampleRules {

    private static final Catalog PLAIN = SampleCatalog.plain();

    private final RuleCompiler compiler;

    SampleRules(ScriptRunner runner) {
        this.compiler = new GroovyRuleCompiler(new InProcessScriptCompiler(), runner);
    }

    /** A rule for each record. */
    Rule each(String object, Moment moment, String script) {
        return rule(object, "each", moment, RuleCall.PLAIN, script);
    }

    /** A rule for a batch. */
    Rule batch(String object, Moment moment, String script) {
        RuleCall call = new RuleCall(RuleCall.Per.BATCH, RuleCall.Mode.USER, Optional.empty());
        return rule(object, "batch", moment, call, script);
    }

    Rule rule(String object, String name, Moment moment, RuleCall call, String script) {
        RuleDefinition definition =
                new RuleDefinition(
                        SampleCatalog.id(object + name + moment + script),
                        object,
                        name,
                        name,
                        Optional.empty(),
                        Set.of(moment),
                        0,
                        true,
                        call,
                        script,
                        Optional.empty());
        return switch (compiler.compile(definition, PLAIN.objects())) {
            case RuleCompiler.Compiled(var program) ->
                    new Rule(definition, program, call.when().map(text -> condition(object, text)));
            case RuleCompiler.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    private static Formula condition(String object, String text) {
        ExpressionScope scope = new ExpressionScope(PLAIN.require(object), PLAIN::object);
        return switch (ExpressionCompiler.compile(text, scope, Kind.BOOLEAN)) {
            case Compilation.Compiled(var expression) -> new Condition(expression);
            case Compilation.Refused(var errors) -> throw new AssertionError(errors);
        };
    }
}
