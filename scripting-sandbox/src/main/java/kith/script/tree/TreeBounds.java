package kith.script.tree;

import kith.script.ScriptProblem.Code;
import org.codehaus.groovy.ast.ASTNode;

/**
 * How large and how deep a rule may be. Short texts can keep a compiler busy for minutes: a
 * variable retyped in nested closures is checked anew at each level, and each {@code finally} is
 * copied to every exit.
 */
final class TreeBounds {

    static final int MAX_METHODS = 50;
    static final int MAX_PARAMETERS = 20;
    static final int MAX_DEFAULT_ARGUMENTS = 5;
    static final int MAX_ELEMENTS = 1_000;

    private static final int MAX_NODES = 6_000;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_CLOSURES = 100;
    private static final int MAX_CLOSURE_DEPTH = 4;
    private static final int MAX_LOOP_DEPTH = 6;
    private static final int MAX_TRY_DEPTH = 3;
    private static final int MAX_FINALLY_DEPTH = 2;

    private int nodes;
    private int exits;
    private int closures;
    private int depth;
    private int closureDepth;
    private int loopDepth;
    private int tryDepth;
    private int finallyDepth;

    void node(ASTNode node) {
        if (++nodes > MAX_NODES) {
            throw tooComplex(node, "the rule is too long");
        }
    }

    void nested(ASTNode node, Runnable content) {
        if (++depth > MAX_DEPTH) {
            throw tooComplex(node, "the expression or block is nested too deeply");
        }
        content.run();
        depth--;
    }

    void loop(ASTNode node, Runnable content) {
        if (++loopDepth > MAX_LOOP_DEPTH) {
            throw tooComplex(node, "loops and closures are nested more than 6 deep");
        }
        nested(node, content);
        loopDepth--;
    }

    void closure(ASTNode node, Runnable content) {
        if (++closures > MAX_CLOSURES) {
            throw tooComplex(node, "a rule has at most 100 closures");
        }
        if (++closureDepth > MAX_CLOSURE_DEPTH) {
            throw tooComplex(node, "closures are nested more than 4 deep");
        }
        loop(node, content);
        closureDepth--;
    }

    void tryBlock(ASTNode node, Runnable content) {
        if (++tryDepth > MAX_TRY_DEPTH) {
            throw tooComplex(node, "try is nested more than 3 deep");
        }
        nested(node, content);
        tryDepth--;
    }

    /** Notes a jump out of a block: return, break, continue. */
    void exit() {
        exits++;
    }

    int exits() {
        return exits;
    }

    /**
     * The compiler copies a {@code finally} to each way out of its {@code try}, with its own ways
     * out, which in turn leave whatever is around it.
     *
     * @param exitsBefore {@link #exits} where the {@code try} begins
     */
    void finallyBlock(ASTNode node, int exitsBefore, Runnable content) {
        if (++finallyDepth > MAX_FINALLY_DEPTH) {
            throw tooComplex(node, "finally is nested more than 2 deep");
        }
        int copies = 1 + exits - exitsBefore;
        int exitsOutside = exits;
        int nodesOutside = nodes;
        nested(node, content);
        finallyDepth--;
        long moreNodes = (long) copies * (nodes - nodesOutside);
        long moreExits = (long) copies * (exits - exitsOutside);
        if (nodes + moreNodes > MAX_NODES || exits + moreExits > MAX_NODES) {
            throw tooComplex(node, "this finally has too many ways to it");
        }
        nodes += (int) moreNodes;
        exits += (int) moreExits;
    }

    static RefusedScriptException tooComplex(ASTNode node, String message) {
        return RefusedScriptException.at(node, Code.TOO_COMPLEX, message);
    }
}
