package kith.script.compile;

import groovy.lang.GroovyClassLoader;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kith.script.ScriptProblem;
import kith.script.ScriptProblem.Code;
import kith.script.ScriptSource;
import kith.script.ScriptTypes;
import kith.script.tree.RefusedScriptException;
import kith.script.tree.TreeGate;
import org.apache.groovy.parser.antlr4.Antlr4ParserPlugin;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.ParserPlugin;
import org.codehaus.groovy.control.ParserPluginFactory;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Reduction;
import org.codehaus.groovy.tools.GroovyClass;
import org.jspecify.annotations.Nullable;

/** Groovy's compiler with the tree gate inside its parser and the dictionary among its types. */
final class GroovyFrontEnd {

    /** What Groovy made of a rule: class files by internal name that still call Groovy. */
    record Output(Map<String, byte[]> classes, TypeCheckContext context) {}

    private static final String SOURCE_NAME = "rule";
    private static final int MAX_ERRORS = 20;
    private static final String HINT =
            "Only a rule that runs before create or update alone sets fields of its records;"
                    + " this one can change others with crm.update";

    private GroovyFrontEnd() {}

    static Output compile(ScriptSource source, ScriptTypes types) {
        var ruleTypes = new RuleTypes(types, source);
        var context = TypeCheckContext.of(ruleTypes, source);
        CompilerConfiguration configuration = configuration(context);
        var classLoader = new CompilerClassLoader(configuration);
        var unit = new CompilationUnit(configuration, null, classLoader);
        unit.setClassNodeResolver(new RuleClassResolver(ruleTypes));
        unit.addSource(SOURCE_NAME, source.text());
        try {
            unit.compile(Phases.CLASS_GENERATION);
        } catch (MultipleCompilationErrorsException e) {
            throw new RefusedRuleException(problems(e, context));
        } catch (RefusedScriptException e) {
            throw new RefusedRuleException(List.of(e.problem()));
        }
        if (!context.problems().isEmpty()) {
            throw new RefusedRuleException(sorted(context.problems()));
        }
        var classes = new LinkedHashMap<String, byte[]>();
        for (GroovyClass each : unit.getClasses()) {
            classes.put(each.getName().replace('.', '/'), each.getBytes());
        }
        return new Output(classes, context);
    }

    private static CompilerConfiguration configuration(TypeCheckContext context) {
        var configuration = new CompilerConfiguration();
        configuration.setTargetBytecode(CompilerConfiguration.JDK17);
        configuration.setTolerance(MAX_ERRORS);
        configuration.setDisabledGlobalASTTransformations(
                Set.of("groovy.grape.GrabAnnotationTransformation"));
        configuration.setPluginFactory(new GatedParserFactory(context));
        return configuration;
    }

    /** The checker's own findings say more than what Groovy goes on to report on the same line. */
    private static List<ScriptProblem> problems(
            MultipleCompilationErrorsException e, TypeCheckContext context) {
        var problems = new ArrayList<>(context.problems());
        Set<Integer> lines = problems.stream().map(ScriptProblem::line).collect(Collectors.toSet());
        for (var message : e.getErrorCollector().getErrors()) {
            ScriptProblem problem = hinted(CompilerMessages.translate(message), context);
            boolean isNews =
                    problem != null
                            && !lines.contains(problem.line())
                            && (problem.line() > 0 || lines.isEmpty());
            if (isNews && !problems.contains(problem)) {
                problems.add(problem);
            }
        }
        if (problems.isEmpty()) {
            problems.add(new ScriptProblem(0, 0, Code.SYNTAX, "not a rule", null));
        }
        return sorted(problems);
    }

    /** Most who set a field in such a rule mean to change the record that was saved. */
    private static @Nullable ScriptProblem hinted(
            @Nullable ScriptProblem problem, TypeCheckContext context) {
        return problem == null || problem.code() != Code.READ_ONLY_FIELD || context.form().mayFill()
                ? problem
                : new ScriptProblem(
                        problem.line(), problem.column(), problem.code(), problem.message(), HINT);
    }

    private static List<ScriptProblem> sorted(List<ScriptProblem> problems) {
        return problems.stream()
                .sorted(
                        Comparator.comparingInt(ScriptProblem::line)
                                .thenComparingInt(ScriptProblem::column))
                .toList();
    }

    /** Parses, checks the tree and wraps it, before any phase that could run code. */
    private static final class GatedParserFactory extends ParserPluginFactory {

        private final TypeCheckContext context;

        GatedParserFactory(TypeCheckContext context) {
            this.context = context;
        }

        @Override
        public ParserPlugin createParserPlugin() {
            return new Antlr4ParserPlugin() {
                @Override
                public ModuleNode buildAST(
                        SourceUnit source, ClassLoader loader, @Nullable Reduction tree) {
                    ModuleNode parsed = super.buildAST(source, loader, tree);
                    // The checker parses type hints of Groovy's own methods with this factory too.
                    if (!Objects.equals(source.getName(), SOURCE_NAME)
                            || source.getErrorCollector().hasErrors()) {
                        return parsed;
                    }
                    TreeGate.check(parsed, context.form().given());
                    return new RuleClass(context, source).wrap(parsed);
                }
            };
        }
    }

    /** Finds no services: neither global transformations nor extension modules join in. */
    private static final class CompilerClassLoader extends GroovyClassLoader {

        CompilerClassLoader(CompilerConfiguration configuration) {
            super(GroovyFrontEnd.class.getClassLoader(), configuration, false);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.startsWith("META-INF/")
                    ? Collections.emptyEnumeration()
                    : super.getResources(name);
        }
    }
}
