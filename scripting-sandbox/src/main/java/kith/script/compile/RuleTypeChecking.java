package kith.script.compile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kith.script.ObjectType;
import kith.script.ScriptForm;
import kith.script.ScriptProblem;
import kith.script.ScriptProblem.Code;
import kith.script.allow.AllowList;
import kith.script.library.RuleError;
import kith.script.library.ScriptCrm;
import kith.script.library.ScriptObject;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ConstructorNode;
import org.codehaus.groovy.ast.GenericsType;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCall;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.tools.WideningCategories.LowestUpperBoundClassNode;
import org.codehaus.groovy.classgen.asm.BytecodeHelper;
import org.codehaus.groovy.transform.stc.AbstractTypeCheckingExtension;
import org.codehaus.groovy.transform.stc.ExtensionMethodNode;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingVisitor;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;
import org.jspecify.annotations.Nullable;

/**
 * The layer of types: lets the static type checker select allowed methods only, knows the objects
 * of the dictionary, and types the calls of {@code crm}. Made by Groovy by the name of this class.
 */
public final class RuleTypeChecking extends AbstractTypeCheckingExtension {

    /** What a value is that may be of one type or another. */
    static final String MIXED_KINDS = "value of mixed kinds";

    /** What is given to rules that are called the other way. */
    private static final Set<String> OTHER_FORM = Set.of("record", "old", "records");

    private static final ClassNode CRM = ClassHelper.make(ScriptCrm.class);
    private static final ClassNode RECORD = ClassHelper.make(ScriptObject.class);
    private static final ClassNode RULE_ERROR = ClassHelper.make(RuleError.class);

    private static final Set<ClassNode> ADDABLE =
            Set.of(ClassHelper.BigDecimal_TYPE, ClassHelper.Integer_TYPE, ClassHelper.Long_TYPE);

    private final AllowList allowList = AllowList.standard();
    private @Nullable TypeCheckContext ruleContext;

    public RuleTypeChecking(StaticTypeCheckingVisitor visitor) {
        super(visitor);
    }

    @Override
    public boolean beforeVisitClass(ClassNode node) {
        TypeCheckContext found = node.getNodeMetaData(TypeCheckContext.METADATA_KEY);
        if (found != null) {
            ruleContext = found;
        }
        return false;
    }

    @Override
    public boolean handleUnresolvedProperty(PropertyExpression property) {
        ClassNode receiver = getType(property.getObjectExpression());
        String name = String.valueOf(property.getPropertyAsString());
        Optional<ObjectType> object = types().objectOf(receiver);
        if (object.isPresent()) {
            unknownField(object.get(), name, property);
        } else if (receiver != null && receiver.getName().startsWith("script.")) {
            unknownName(name, property);
        } else {
            problem(
                    property,
                    Code.UNKNOWN_NAME,
                    "%s has no property '%s'".formatted(describe(receiver), name),
                    null);
        }
        return true;
    }

    @Override
    public boolean handleUnresolvedVariableExpression(VariableExpression variable) {
        unknownName(variable.getName(), variable);
        return true;
    }

    /** A record by reference may be held in a variable of its object's name; it stays read-only. */
    @Override
    public boolean handleIncompatibleAssignment(
            ClassNode left, ClassNode right, Expression assignment) {
        Optional<ObjectType> object = types().objectOf(left);
        return object.isPresent() && object.equals(types().objectOf(right));
    }

    @Override
    public void onMethodSelection(Expression expression, MethodNode selected) {
        MethodNode target =
                selected instanceof ExtensionMethodNode extension
                        ? extension.getExtensionMethodNode()
                        : selected;
        String owner = target.getDeclaringClass().getName();
        boolean isSuperclass =
                target instanceof ConstructorNode && owner.equals(Object.class.getName());
        if (owner.startsWith("script.") || types().byClassName(owner) != null || isSuperclass) {
            return;
        }
        String descriptor =
                BytecodeHelper.getMethodDescriptor(ClassHelper.VOID_TYPE, target.getParameters());
        String name = target instanceof ConstructorNode ? "<init>" : target.getName();
        String arguments = descriptor.substring(0, descriptor.length() - 1);
        if (allowList.call(owner.replace('.', '/'), name, arguments).isEmpty()) {
            notAvailable(expression, selected);
        }
    }

    /** Calls of {@code crm} and of records name objects and fields by constant texts. */
    @Override
    public void afterMethodCall(MethodCall call) {
        if (!(call instanceof MethodCallExpression method)
                || !(method.getArguments() instanceof ArgumentListExpression arguments)) {
            return;
        }
        ClassNode receiver = getType(method.getObjectExpression());
        if (receiver == null) {
            return;
        }
        if ("sum".equals(method.getMethodAsString())) {
            typeSum(method, arguments.getExpressions(), receiver);
        }
        if (arguments.getExpressions().isEmpty()) {
            return;
        }
        if (receiver.equals(CRM)) {
            new CrmCalls(this, context()).check(method, arguments.getExpressions());
        } else if (receiver.isDerivedFrom(RECORD)) {
            checkFieldArgument(method, arguments.getExpressions(), receiver);
        }
    }

    @Override
    public void afterVisitMethod(MethodNode method) {
        method.getCode()
                .visit(
                        new TextAssignments(this) {
                            @Override
                            public void visitConstructorCallExpression(
                                    ConstructorCallExpression call) {
                                super.visitConstructorCallExpression(call);
                                checkRuleError(call);
                            }
                        });
    }

    /** Groovy takes a sum for any object; it is of the type of what is added up. */
    private void typeSum(
            MethodCallExpression call, List<Expression> arguments, ClassNode receiver) {
        ClassNode part = null;
        if (arguments.isEmpty()) {
            GenericsType[] elements = receiver.getGenericsTypes();
            part = elements != null && elements.length == 1 ? elements[0].getType() : null;
        } else if (arguments.getFirst() instanceof ClosureExpression closure) {
            part = closure.getNodeMetaData(StaticTypesMarker.INFERRED_RETURN_TYPE);
        }
        ClassNode sumType = call.getMethod().getNodeMetaData(RuleRewriting.SUM_TYPE);
        if (sumType != null && part != null && ADDABLE.contains(ClassHelper.getWrapper(part))) {
            sumType.setRedirect(ClassHelper.getWrapper(part));
        }
    }

    private void checkFieldArgument(
            MethodCallExpression call, List<Expression> arguments, ClassNode receiver) {
        boolean isChangeTest = "isChanged".equals(call.getMethodAsString());
        boolean isError = "addError".equals(call.getMethodAsString()) && arguments.size() == 2;
        String field = constantText(arguments.getFirst());
        Optional<ObjectType> object = types().objectOf(receiver);
        if (field == null || object.isEmpty() || !(isChangeTest || isError)) {
            return;
        }
        if (object.get().property(field).isEmpty()) {
            unknownField(object.get(), field, arguments.getFirst());
        } else if (isChangeTest) {
            context().reads().add(object.get().name() + "." + field);
        }
    }

    private void checkRuleError(ConstructorCallExpression call) {
        if (!call.getType().equals(RULE_ERROR)
                || !(call.getArguments() instanceof TupleExpression arguments)
                || arguments.getExpressions().size() != 2) {
            return;
        }
        String field = constantText(arguments.getExpression(0));
        ObjectType object = types().types().object(context().objectType()).orElseThrow();
        if (field != null && object.property(field).isEmpty()) {
            unknownField(object, field, arguments.getExpression(0));
        }
    }

    @Nullable ClassNode typeOf(Expression expression) {
        return getType(expression);
    }

    void typed(Expression expression, ClassNode type) {
        storeType(expression, type);
    }

    void unknownField(ObjectType object, String name, ASTNode at) {
        problem(
                at,
                Code.UNKNOWN_FIELD,
                "%s has no field '%s'".formatted(object.name(), name),
                Suggestions.didYouMean(name, object.properties().keySet()));
    }

    private void unknownName(String name, ASTNode at) {
        var known = new TreeSet<>(context().form().given());
        known.addAll(types().types().objects().keySet());
        String hint =
                OTHER_FORM.contains(name)
                        ? otherForm(context().form())
                        : Suggestions.didYouMean(name, known);
        problem(at, Code.UNKNOWN_NAME, "there is no variable '%s'".formatted(name), hint);
    }

    private static String otherForm(ScriptForm form) {
        return form.isPerBatch()
                ? "This rule is called once per batch: use records.each { r -> .. }, with r.old"
                : "Let the rule be called once per batch to be given records";
    }

    private void notAvailable(Expression at, MethodNode method) {
        String type = method.getDeclaringClass().getNameWithoutPackage();
        problem(
                at,
                Code.NOT_AVAILABLE,
                method instanceof ConstructorNode
                        ? "new %s(..) is not available in rules".formatted(type)
                        : "%s.%s is not available in rules".formatted(type, method.getName()),
                null);
    }

    void problem(ASTNode at, Code code, String message, @Nullable String hint) {
        var problem =
                new ScriptProblem(
                        Math.max(0, at.getLineNumber()),
                        Math.max(0, at.getColumnNumber()),
                        code,
                        message,
                        hint);
        // What follows on the same line is mostly a consequence.
        if (context().problems().stream().noneMatch(each -> each.line() == problem.line())) {
            context().problems().add(problem);
        }
    }

    static String describe(@Nullable ClassNode type) {
        if (type instanceof LowestUpperBoundClassNode) {
            return MIXED_KINDS;
        }
        return type == null ? "the value" : type.getNameWithoutPackage();
    }

    static @Nullable String constantText(Expression expression) {
        return expression instanceof ConstantExpression constant
                        && constant.getValue() instanceof String text
                ? text
                : null;
    }

    private TypeCheckContext context() {
        return Objects.requireNonNull(ruleContext, "no rule is being checked");
    }

    private RuleTypes types() {
        return context().types();
    }
}
