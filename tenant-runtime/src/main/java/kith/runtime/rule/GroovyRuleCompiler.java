package kith.runtime.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kith.metadata.RuleCall;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.catalog.RuleProgram.FieldUse;
import kith.script.CompileResult;
import kith.script.CompiledScript;
import kith.script.ScriptCompiler;
import kith.script.ScriptForm;
import kith.script.ScriptSource;
import kith.script.ScriptTypes;
import kith.script.run.ScriptRunner;

/**
 * Compiles rules with the sandbox, typed by the objects of the catalog. Tenants with the same rules
 * over the same objects share what came of it.
 */
public final class GroovyRuleCompiler implements RuleCompiler {

    private static final int KEPT = 2_000;

    private final ScriptCompiler compiler;
    private final ScriptRunner runner;
    private final Map<String, Compiled> known =
            new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Compiled> eldest) {
                    return size() > KEPT;
                }
            };

    /** Compiles for rules that run in this process. */
    public GroovyRuleCompiler(ScriptCompiler compiler) {
        this(compiler, ScriptRunner.inProcess());
    }

    public GroovyRuleCompiler(ScriptCompiler compiler, ScriptRunner runner) {
        this.compiler = compiler;
        this.runner = runner;
    }

    @Override
    public Compilation compile(RuleDefinition rule, List<ObjectType> objects) {
        ScriptSource source =
                new ScriptSource(
                        rule.name(),
                        rule.script(),
                        rule.object(),
                        new ScriptForm(rule.call().per() == RuleCall.Per.BATCH, rule.mayFill()));
        ScriptTypes types =
                ScriptTypes.of(objects.stream().map(RuleProperties::scriptType).toList());
        String key = digest(source + "\n" + types);
        return known(key)
                .<Compilation>map(before -> before)
                .orElseGet(() -> compile(source, types, objects, key));
    }

    /** A refusal is not kept: it may come of a moment when the machine was too busy. */
    private Compilation compile(
            ScriptSource source, ScriptTypes types, List<ObjectType> objects, String key) {
        return switch (compiler.compile(source, types)) {
            case CompileResult.Compiled(var script) -> {
                Compiled compiled = new Compiled(program(script, source.text(), objects));
                keep(key, compiled);
                yield compiled;
            }
            case CompileResult.Refused(var problems) ->
                    new Refused(problems.stream().map(GroovyRuleCompiler::problem).toList());
        };
    }

    private Optional<Compiled> known(String key) {
        synchronized (known) {
            return Optional.ofNullable(known.get(key));
        }
    }

    private void keep(String key, Compiled compiled) {
        synchronized (known) {
            known.put(key, compiled);
        }
    }

    private GroovyRuleProgram program(
            CompiledScript script, String text, List<ObjectType> objects) {
        Set<FieldUse> uses = new HashSet<>();
        Set<FieldUse> followed = new HashSet<>();
        for (ObjectType object : objects) {
            Map<String, RuleProperties.Property> properties = RuleProperties.of(object);
            for (RuleProperties.Property property : properties.values()) {
                String name = object.name() + "." + property.name();
                FieldUse use = new FieldUse(object.name(), property.field().name());
                if (script.reads().contains(name) || script.writes().contains(name)) {
                    uses.add(use);
                }
                if (property.isFollowed() && script.reads().contains(name)) {
                    followed.add(use);
                }
            }
        }
        return new GroovyRuleProgram(
                runner.prepare(script),
                uses,
                followed,
                isWritingOthers(script, text),
                script.warnings().stream().map(GroovyRuleCompiler::problem).toList());
    }

    /** It may read a record, reckon and write it; nobody else may write it in between. */
    private static boolean isWritingOthers(CompiledScript script, String text) {
        String own = script.objectType() + ".";
        return text.contains("update")
                || script.writes().stream().anyMatch(path -> !path.startsWith(own));
    }

    /** The sandbox counts from 0 where it knows no place. */
    private static ScriptProblem problem(kith.script.ScriptProblem problem) {
        return new ScriptProblem(
                Math.max(1, problem.line()),
                Math.max(1, problem.column()),
                problem.message(),
                Optional.ofNullable(problem.hint()).filter(hint -> !hint.isEmpty()));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
