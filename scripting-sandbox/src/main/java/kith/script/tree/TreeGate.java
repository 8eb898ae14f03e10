package kith.script.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kith.script.ScriptProblem.Code;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.objectweb.asm.Opcodes;

/**
 * The second layer: refuses whatever is not on the closed list of constructs. It reads the freshly
 * parsed tree inside the parser, before any phase that could run code of its own.
 */
public final class TreeGate {

    private static final int METHOD_MODIFIERS =
            Opcodes.ACC_PUBLIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_PROTECTED;

    /** Set by Groovy on methods declared with {@code def}. */
    private static final int SYNTHETIC = Opcodes.ACC_SYNTHETIC;

    private static final int MAX_LITERAL_DIGITS = 60;
    private static final int MAX_LITERAL_BITS = 200;
    private static final int MAX_TYPE_DEPTH = 8;

    private final TreeBounds bounds = new TreeBounds();
    private final TreeGateVisitor visitor = new TreeGateVisitor(this, bounds);
    private final Set<String> given;

    private TreeGate(Set<String> given) {
        this.given = given;
    }

    /**
     * @param given names of what the rule is given, which it may give to nothing else
     */
    public static void check(ModuleNode module, Set<String> given) {
        new TreeGate(given).checkModule(module);
    }

    private void checkModule(ModuleNode module) {
        if (module.hasPackage()) {
            throw refused(module.getPackage(), "a package is not allowed in a rule");
        }
        imports(module).forEach(TreeGate::checkImport);
        List<MethodNode> methods = new ArrayList<>(module.getMethods());
        if (methods.size() > TreeBounds.MAX_METHODS) {
            throw TreeBounds.tooComplex(
                    methods.get(TreeBounds.MAX_METHODS), "a rule has at most 50 methods");
        }
        methods.forEach(this::checkMethod);
        module.getStatementBlock().visit(visitor);
        checkNoClasses(module);
    }

    /** Asking a module for its classes makes the class of the script itself, the one allowed. */
    private static void checkNoClasses(ModuleNode module) {
        for (ClassNode declared : module.getClasses()) {
            if (!declared.isScript()) {
                throw refused(declared, "classes are not allowed in a rule");
            }
        }
    }

    private static List<ImportNode> imports(ModuleNode module) {
        List<ImportNode> imports = new ArrayList<>(module.getImports());
        imports.addAll(module.getStarImports());
        imports.addAll(module.getStaticImports().values());
        imports.addAll(module.getStaticStarImports().values());
        return imports;
    }

    private static void checkImport(ImportNode node) {
        ClassNode type = node.getType();
        boolean isAllowed =
                type != null
                        && !node.isStatic()
                        && !node.isStar()
                        && node.getAnnotations().isEmpty()
                        && RuleTypeNames.IMPORTED.contains(node.getClassName())
                        && type.getNameWithoutPackage().equals(node.getAlias());
        if (!isAllowed) {
            throw refused(node, "this import is not allowed");
        }
    }

    private void checkMethod(MethodNode method) {
        checkNoAnnotations(method, method);
        if ((method.getModifiers() & ~(METHOD_MODIFIERS | SYNTHETIC)) != 0
                || method.getExceptions().length > 0
                || method.getGenericsTypes() != null
                || method.getCode() == null) {
            throw refused(method, "a method has no modifiers, type parameters or throws");
        }
        RuleNames.checkMethod(method.getName(), method);
        checkType(method.getReturnType(), method, 0);
        checkParameters(method.getParameters());
        method.getCode().visit(visitor);
    }

    void checkParameters(Parameter[] parameters) {
        if (parameters.length > TreeBounds.MAX_PARAMETERS) {
            throw TreeBounds.tooComplex(parameters[0], "at most 20 parameters are allowed");
        }
        int defaults = 0;
        for (Parameter parameter : parameters) {
            checkParameter(parameter);
            if (parameter.hasInitialExpression() && ++defaults > TreeBounds.MAX_DEFAULT_ARGUMENTS) {
                throw TreeBounds.tooComplex(parameter, "at most 5 default arguments are allowed");
            }
        }
    }

    void checkParameter(Parameter parameter) {
        if (ForStatement.FOR_LOOP_DUMMY.equals(parameter)) {
            return;
        }
        checkNoAnnotations(parameter, parameter);
        checkDeclared(parameter.getName(), parameter);
        checkType(parameter.getType(), parameter, 0);
        if (parameter.hasInitialExpression()) {
            parameter.getInitialExpression().visit(visitor);
        }
    }

    void checkDeclared(String name, ASTNode node) {
        RuleNames.checkDeclared(name, given, node);
    }

    /** Which types exist at all is the resolver's to say; here only their shape counts. */
    void checkType(ClassNode type, ASTNode at, int depth) {
        if (depth > MAX_TYPE_DEPTH) {
            throw TreeBounds.tooComplex(at, "the type is nested too deeply");
        }
        if (type.isArray()) {
            throw refused(at, "arrays are not allowed in a rule");
        }
        if (!type.getTypeAnnotations().isEmpty() || !type.getAnnotations().isEmpty()) {
            throw refused(at, "annotations are not allowed in a rule");
        }
        if (type.getGenericsTypes() != null) {
            for (var argument : type.getGenericsTypes()) {
                if (argument.isWildcard()) {
                    throw refused(at, "wildcard types are not allowed in a rule");
                }
                checkType(argument.getType(), at, depth + 1);
            }
        }
    }

    void checkNamedType(ClassNode type, Set<String> allowed, String use, ASTNode at) {
        checkType(type, at, 0);
        if (!allowed.contains(type.getName())) {
            throw refused(at, "%s is not allowed: %s".formatted(use, simpleName(type)));
        }
    }

    static void checkNoAnnotations(AnnotatedNode node, ASTNode at) {
        if (!node.getAnnotations().isEmpty()) {
            throw refused(at, "annotations are not allowed in a rule");
        }
    }

    static void checkLiteral(Object value, ASTNode at) {
        boolean isTooLarge =
                switch (value) {
                    case BigDecimal number ->
                            number.precision() > MAX_LITERAL_DIGITS
                                    || Math.abs((long) number.scale()) > MAX_LITERAL_DIGITS;
                    case BigInteger number -> number.bitLength() > MAX_LITERAL_BITS;
                    default -> false;
                };
        if (isTooLarge) {
            throw TreeBounds.tooComplex(at, "the number is too large");
        }
    }

    static RefusedScriptException refused(ASTNode node, String message) {
        return RefusedScriptException.at(node, Code.NOT_ALLOWED, message);
    }

    private static String simpleName(ClassNode type) {
        return type.getNameWithoutPackage();
    }
}
