package kith.script.compile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kith.script.ObjectType;
import kith.script.PropertyType;
import kith.script.ScriptProblem;
import kith.script.ScriptProblem.Code;
import kith.script.ScriptType;
import kith.script.ScriptType.Scalar;
import kith.script.library.ScriptObject;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.tools.GenericsUtils;
import org.codehaus.groovy.ast.tools.WideningCategories.LowestUpperBoundClassNode;

/**
 * Checks and types the calls of {@code crm}: the object and the fields that they name are there,
 * and values are of the types of their fields. What only runs can tell is left to the host.
 */
final class CrmCalls {

    private static final Set<String> READING = Set.of("query", "get");
    private static final Set<String> NAMING = Set.of("query", "get", "create", "update", "delete");
    private static final ClassNode RECORD = ClassHelper.make(ScriptObject.class);
    private static final ClassNode TEXT = ClassHelper.make(CharSequence.class);

    private final RuleTypeChecking checking;
    private final TypeCheckContext context;

    CrmCalls(RuleTypeChecking checking, TypeCheckContext context) {
        this.checking = checking;
        this.context = context;
    }

    /**
     * @param arguments of the call, at least one
     */
    void check(MethodCallExpression call, List<Expression> arguments) {
        String method = String.valueOf(call.getMethodAsString());
        if (!NAMING.contains(method)) {
            return;
        }
        ClassNode first = checking.typeOf(arguments.getFirst());
        if (arguments.size() == 1 && first != null && first.isDerivedFrom(RECORD)) {
            checkRecord(method, arguments.getFirst(), first);
            return;
        }
        object(arguments.getFirst())
                .ifPresent(object -> checkNamed(call, method, object, arguments));
    }

    private Optional<ObjectType> object(Expression name) {
        String text = RuleTypeChecking.constantText(name);
        if (text == null) {
            checking.problem(
                    name,
                    Code.NOT_ALLOWED,
                    "the name of the object must be written as a plain text",
                    null);
            return Optional.empty();
        }
        Optional<ObjectType> object = types().types().object(text);
        if (object.isEmpty()) {
            checking.problem(
                    name,
                    Code.UNKNOWN_OBJECT,
                    "there is no object '%s'".formatted(text),
                    Suggestions.didYouMean(text, types().types().objects().keySet()));
        }
        return object;
    }

    private void checkNamed(
            MethodCallExpression call,
            String method,
            ObjectType object,
            List<Expression> arguments) {
        ClassNode record = types().record(object.name());
        switch (method) {
            case "query" ->
                    checking.typed(
                            call, GenericsUtils.makeClassSafeWithGenerics(List.class, record));
            case "get", "create" -> checking.typed(call, record);
            default -> {}
        }
        // Who is gone takes along the rules that name it.
        context.reads().add(object.name() + ".id");
        if (arguments.getLast() instanceof MapExpression map) {
            checkValues(object, map, !READING.contains(method), method.equals("create"));
        }
        if (READING.contains(method) && !context.form().isPerBatch()) {
            warn(call, method);
        }
    }

    /** A record that a reference leads to, or that the rule is called for, is for reading. */
    private void checkRecord(String method, Expression given, ClassNode type) {
        boolean isWritten =
                types().objectOf(type)
                        .map(object -> type.equals(types().record(object.name())))
                        .orElse(true);
        if (!isWritten) {
            checking.problem(
                    given,
                    Code.READ_ONLY_FIELD,
                    "crm.%s takes a record of crm.get, crm.query or crm.create".formatted(method),
                    method.equals("update")
                            ? "Write crm.update('%s', id, [field: value])"
                                    .formatted(type.getNameWithoutPackage())
                            : "Write crm.delete('%s', id)".formatted(type.getNameWithoutPackage()));
        }
    }

    private void checkValues(ObjectType object, MapExpression map, boolean isWrite, boolean isNew) {
        for (MapEntryExpression entry : map.getMapEntryExpressions()) {
            String key = RuleTypeChecking.constantText(entry.getKeyExpression());
            if (key == null) {
                checking.problem(
                        entry,
                        Code.NOT_ALLOWED,
                        "the name of a field must be written as a plain text",
                        null);
                continue;
            }
            Optional<PropertyType> property = object.property(key);
            if (property.isEmpty()) {
                checking.unknownField(object, key, entry.getKeyExpression());
            } else if (isWrite && !property.get().isWritable() && !(isNew && key.equals("id"))) {
                readOnly(object, property.get(), entry.getKeyExpression());
            } else {
                checkType(object, property.get(), entry.getValueExpression());
                var paths = isWrite ? context.writes() : context.reads();
                paths.add(object.name() + "." + key);
            }
        }
    }

    private void readOnly(ObjectType object, PropertyType property, ASTNode at) {
        String id = property.name() + "Id";
        boolean hasId =
                property.type() instanceof ScriptType.Reference && object.property(id).isPresent();
        checking.problem(
                at,
                Code.READ_ONLY_FIELD,
                "%s.%s is read-only".formatted(object.name(), property.name()),
                hasId ? "Write %s: the id of the record".formatted(id) : null);
    }

    private void checkType(ObjectType object, PropertyType property, Expression value) {
        ClassNode type = checking.typeOf(value);
        boolean isKnown =
                type != null
                        && !ClassHelper.isObjectType(type)
                        && !ClassHelper.isDynamicTyped(type)
                        && !(type instanceof LowestUpperBoundClassNode)
                        && !(value instanceof ConstantExpression constant
                                && constant.isNullExpression());
        if (isKnown && !isAccepted(property.type(), ClassHelper.getWrapper(type))) {
            checking.problem(
                    value,
                    Code.TYPE_MISMATCH,
                    "%s.%s takes %s, not %s"
                            .formatted(
                                    object.name(),
                                    property.name(),
                                    wanted(property.type()),
                                    RuleTypeChecking.describe(type)),
                    null);
        }
    }

    private boolean isAccepted(ScriptType type, ClassNode given) {
        return switch (type) {
            case ScriptType.Reference(var target) -> isText(given) || isRecordOf(given, target);
            case Scalar scalar ->
                    switch (scalar) {
                        case TEXT -> isText(given);
                        case ID -> isText(given) || given.isDerivedFrom(RECORD);
                        case NUMBER, INTEGER -> given.isDerivedFrom(ClassHelper.Number_TYPE);
                        case BOOLEAN -> given.equals(ClassHelper.Boolean_TYPE);
                        case DATE -> given.equals(ClassHelper.make(LocalDate.class));
                        case DATE_TIME -> given.equals(ClassHelper.make(OffsetDateTime.class));
                        case TEXT_LIST ->
                                is(given, ClassHelper.make(Collection.class)) || isText(given);
                    };
        };
    }

    private boolean isRecordOf(ClassNode given, String target) {
        return types().objectOf(given).map(object -> object.name().equals(target)).orElse(false);
    }

    private static boolean isText(ClassNode given) {
        return is(given, TEXT);
    }

    private static boolean is(ClassNode given, ClassNode type) {
        return given.equals(type) || given.implementsInterface(type) || given.isDerivedFrom(type);
    }

    private static String wanted(ScriptType type) {
        return switch (type) {
            case ScriptType.Reference(var target) -> "a " + target;
            case Scalar scalar ->
                    switch (scalar) {
                        case TEXT -> "a text";
                        case ID -> "an id";
                        case NUMBER -> "a " + BigDecimal.class.getSimpleName();
                        case INTEGER -> "an Integer";
                        case BOOLEAN -> "a Boolean";
                        case DATE -> "a LocalDate";
                        case DATE_TIME -> "an OffsetDateTime";
                        case TEXT_LIST -> "a list of texts";
                    };
        };
    }

    private void warn(MethodCallExpression call, String method) {
        ScriptProblem warning =
                new ScriptProblem(
                        Math.max(0, call.getLineNumber()),
                        Math.max(0, call.getColumnNumber()),
                        Code.REPEATED_QUERY,
                        "crm.%s runs once for each record that is written".formatted(method),
                        "Let it be called once per batch, and ask once for all records");
        // What stands in a loop is visited twice.
        if (!context.warnings().contains(warning)) {
            context.warnings().add(warning);
        }
    }

    private RuleTypes types() {
        return context.types();
    }
}
