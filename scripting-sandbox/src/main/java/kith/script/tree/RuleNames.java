package kith.script.tree;

import java.util.Set;
import kith.script.ScriptProblem.Code;
import org.codehaus.groovy.ast.ASTNode;

/**
 * Names with a meaning of their own. The type checker and the byte-code gate would refuse what
 * these names lead to as well; ordinary names of fields such as {@code owner} are not among them.
 */
public final class RuleNames {

    /** Functions that look like methods of the rule. */
    public static final Set<String> FUNCTIONS = Set.of("today", "now");

    /** Names that Groovy's parser makes up where it writes a construct in simpler ones. */
    private static final String COMPILER_MADE = "__$$";

    private static final Set<String> REFUSED_EVERYWHERE =
            Set.of("class", "metaClass", "classLoader");

    private static final Set<String> REFUSED_VARIABLES =
            Set.of("binding", "delegate", "directive", "resolveStrategy", "thisObject");

    private static final Set<String> REFUSED_METHODS =
            Set.of(
                    "addShutdownHook",
                    "asType",
                    "clone",
                    "combinations",
                    "curry",
                    "dehydrate",
                    "dump",
                    "eachCombination",
                    "eachPermutation",
                    "evaluate",
                    "execute",
                    "finalize",
                    "getBinding",
                    "getCause",
                    "getClass",
                    "getDelegate",
                    "getMetaClass",
                    "getMetaPropertyValues",
                    "getOwner",
                    "getProperties",
                    "getProperty",
                    "getStackTrace",
                    "getThisObject",
                    "hasProperty",
                    "identity",
                    "inspect",
                    "invokeMethod",
                    "memoize",
                    "mixin",
                    "ncurry",
                    "newInstance",
                    "notify",
                    "notifyAll",
                    "parallelStream",
                    "permutations",
                    "print",
                    "printStackTrace",
                    "printf",
                    "println",
                    "rcurry",
                    "rehydrate",
                    "respondsTo",
                    "setBinding",
                    "setDelegate",
                    "setMetaClass",
                    "setProperty",
                    "sleep",
                    "sprintf",
                    "stream",
                    "subsequences",
                    "tap",
                    "trampoline",
                    "use",
                    "wait",
                    "with",
                    "withTraits");

    private static final Set<String> RESERVED_METHODS =
            Set.of("run", "main", "toString", "hashCode", "equals", "today", "now");

    private RuleNames() {}

    static void checkVariable(String name, ASTNode node) {
        checkShape(name, node);
        if (REFUSED_VARIABLES.contains(name)) {
            throw refused(name, node);
        }
    }

    /** A name that a rule gives to something of its own. */
    static void checkDeclared(String name, Set<String> given, ASTNode node) {
        checkVariable(name, node);
        if (given.contains(name)) {
            throw RefusedScriptException.at(
                    node, Code.NOT_ALLOWED, "the name '%s' is taken".formatted(name));
        }
    }

    static void checkProperty(String name, ASTNode node) {
        checkShape(name, node);
    }

    static void checkCalled(String name, ASTNode node) {
        checkShape(name, node);
        if (REFUSED_METHODS.contains(name)) {
            throw refused(name, node);
        }
    }

    static void checkMethod(String name, ASTNode node) {
        checkCalled(name, node);
        if (RESERVED_METHODS.contains(name)) {
            throw RefusedScriptException.at(
                    node, Code.NOT_ALLOWED, "the method name '%s' is taken".formatted(name));
        }
    }

    private static void checkShape(String name, ASTNode node) {
        if (name.startsWith(COMPILER_MADE)) {
            throw RefusedScriptException.at(
                    node,
                    Code.NOT_ALLOWED,
                    "a switch as a value and a try with resources are not available in rules");
        }
        if (REFUSED_EVERYWHERE.contains(name) || name.indexOf('$') >= 0) {
            throw refused(name, node);
        }
        if (name.chars().anyMatch(c -> c > 127 && !Character.isLetterOrDigit(c))) {
            throw RefusedScriptException.at(
                    node, Code.NOT_ALLOWED, "a character of this name is not allowed");
        }
    }

    private static RefusedScriptException refused(String name, ASTNode node) {
        return RefusedScriptException.at(
                node, Code.NOT_ALLOWED, "the name '%s' is not allowed".formatted(name));
    }
}
