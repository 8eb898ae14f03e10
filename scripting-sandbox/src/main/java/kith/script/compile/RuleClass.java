package kith.script.compile;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;

import groovy.transform.CompileStatic;
import groovy.transform.stc.POJO;
import java.util.ArrayList;
import java.util.List;
import kith.script.bytecode.DictionaryClasses;
import kith.script.library.RuleError;
import kith.script.library.ScriptClock;
import kith.script.library.ScriptCrm;
import kith.script.library.ScriptLimits;
import kith.script.library.ScriptLog;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.FieldExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.tools.GenericsUtils;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Token;
import org.codehaus.groovy.syntax.Types;

/**
 * Puts the statements of a rule into the one method of a plain, statically compiled class, with
 * what the rule is given as final fields. Nothing is left of Groovy's script class, binding or
 * metaclass.
 */
final class RuleClass {

    /**
     * @param isKept whether a rule of this form can name it; all rules are handed all
     */
    private record Given(String name, ClassNode type, boolean isKept) {
        Given(String name, Class<?> type) {
            this(name, ClassHelper.make(type), true);
        }
    }

    private final TypeCheckContext context;
    private final RuleTypes types;
    private final SourceUnit source;

    RuleClass(TypeCheckContext context, SourceUnit source) {
        this.context = context;
        this.types = context.types();
        this.source = source;
    }

    ModuleNode wrap(ModuleNode parsed) {
        var rewriting = new RuleRewriting(source, context.form().given());
        var rule =
                new ClassNode(
                        DictionaryClasses.RULE, ACC_PUBLIC | ACC_FINAL, ClassHelper.OBJECT_TYPE);
        rule.setSourcePosition(parsed);
        rule.putNodeMetaData(TypeCheckContext.METADATA_KEY, context);
        var compileStatic = new AnnotationNode(ClassHelper.make(CompileStatic.class));
        compileStatic.addMember(
                "extensions", new ConstantExpression(RuleTypeChecking.class.getName()));
        rule.addAnnotation(compileStatic);
        rule.addAnnotation(new AnnotationNode(ClassHelper.make(POJO.class)));
        addFields(rule);

        BlockStatement body = parsed.getStatementBlock();
        rewriting.rewrite(body);
        rule.addMethod(
                "run",
                ACC_PUBLIC,
                ClassHelper.OBJECT_TYPE,
                Parameter.EMPTY_ARRAY,
                ClassNode.EMPTY_ARRAY,
                body);
        for (MethodNode method : parsed.getMethods()) {
            method.setModifiers(ACC_PUBLIC);
            for (Parameter parameter : method.getParameters()) {
                if (parameter.hasInitialExpression()) {
                    parameter.setInitialExpression(
                            rewriting.transform(parameter.getInitialExpression()));
                }
            }
            rewriting.rewrite(method.getCode());
            rule.addMethod(method);
        }

        var module = new ModuleNode(source);
        for (ImportNode imported : parsed.getImports()) {
            module.addImport(imported.getAlias(), imported.getType());
        }
        for (String name : types.types().objects().keySet()) {
            if (!RuleClassResolver.isTaken(name)) {
                module.addImport(name, types.record(name));
            }
        }
        for (Class<?> imported : RuleClassResolver.IMPORTED) {
            if (module.getImport(imported.getSimpleName()) == null) {
                module.addImport(imported.getSimpleName(), ClassHelper.make(imported));
            }
        }
        module.addImport("RuleError", ClassHelper.make(RuleError.class));
        module.addClass(rule);
        return module;
    }

    private void addFields(ClassNode rule) {
        ClassNode member = types.member(context.objectType());
        boolean isPerBatch = context.form().isPerBatch();
        List<Given> given =
                List.of(
                        new Given("record", member, !isPerBatch),
                        new Given("old", types.view(context.objectType()), !isPerBatch),
                        new Given(
                                "records",
                                GenericsUtils.makeClassSafeWithGenerics(List.class, member),
                                isPerBatch),
                        new Given("isNew", ClassHelper.boolean_TYPE, true),
                        new Given("moment", String.class),
                        new Given("crm", ScriptCrm.class),
                        new Given("log", ScriptLog.class),
                        new Given("limits", ScriptLimits.class),
                        new Given(RuleRewriting.CLOCK, ScriptClock.class));
        var parameters = new ArrayList<Parameter>();
        var assignments = new BlockStatement();
        for (Given each : given) {
            var parameter = new Parameter(each.type(), "given$" + each.name());
            parameters.add(parameter);
            if (!each.isKept()) {
                continue;
            }
            FieldNode field = rule.addField(each.name(), ACC_PUBLIC | ACC_FINAL, each.type(), null);
            assignments.addStatement(
                    new ExpressionStatement(
                            new BinaryExpression(
                                    new FieldExpression(field),
                                    Token.newSymbol(Types.ASSIGN, -1, -1),
                                    new VariableExpression(parameter))));
        }
        rule.addConstructor(
                ACC_PUBLIC,
                parameters.toArray(Parameter[]::new),
                ClassNode.EMPTY_ARRAY,
                assignments);
    }
}
