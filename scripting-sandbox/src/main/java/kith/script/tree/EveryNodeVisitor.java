package kith.script.tree;

import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ArrayExpression;
import org.codehaus.groovy.ast.expr.AttributeExpression;
import org.codehaus.groovy.ast.expr.BitwiseNegationExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureListExpression;
import org.codehaus.groovy.ast.expr.ElvisOperatorExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.FieldExpression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MethodPointerExpression;
import org.codehaus.groovy.ast.expr.MethodReferenceExpression;
import org.codehaus.groovy.ast.expr.NotExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.SpreadMapExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.UnaryPlusExpression;
import org.codehaus.groovy.ast.stmt.AssertStatement;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.BreakStatement;
import org.codehaus.groovy.ast.stmt.CaseStatement;
import org.codehaus.groovy.ast.stmt.ContinueStatement;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.SwitchStatement;
import org.codehaus.groovy.ast.stmt.SynchronizedStatement;
import org.codehaus.groovy.classgen.BytecodeExpression;

/**
 * Tells of every node of a tree. All kinds of nodes are here or in the subclass, those too that no
 * rule may contain: none must be passed by.
 */
abstract class EveryNodeVisitor extends CodeVisitorSupport {

    final TreeBounds bounds;

    EveryNodeVisitor(TreeBounds bounds) {
        this.bounds = bounds;
    }

    /** Called before the parts of the node are visited. */
    abstract void enter(ASTNode node);

    @Override
    public void visitBlockStatement(BlockStatement node) {
        enter(node);
        bounds.nested(node, () -> super.visitBlockStatement(node));
    }

    @Override
    public void visitExpressionStatement(ExpressionStatement node) {
        enter(node);
        super.visitExpressionStatement(node);
    }

    @Override
    public void visitIfElse(IfStatement node) {
        enter(node);
        bounds.nested(node, () -> super.visitIfElse(node));
    }

    @Override
    public void visitReturnStatement(ReturnStatement node) {
        enter(node);
        super.visitReturnStatement(node);
    }

    @Override
    public void visitAssertStatement(AssertStatement node) {
        enter(node);
        super.visitAssertStatement(node);
    }

    @Override
    public void visitSwitch(SwitchStatement node) {
        enter(node);
        bounds.nested(node, () -> super.visitSwitch(node));
    }

    @Override
    public void visitCaseStatement(CaseStatement node) {
        enter(node);
        super.visitCaseStatement(node);
    }

    @Override
    public void visitBreakStatement(BreakStatement node) {
        enter(node);
        super.visitBreakStatement(node);
    }

    @Override
    public void visitContinueStatement(ContinueStatement node) {
        enter(node);
        super.visitContinueStatement(node);
    }

    @Override
    public void visitSynchronizedStatement(SynchronizedStatement node) {
        enter(node);
        super.visitSynchronizedStatement(node);
    }

    @Override
    public void visitEmptyStatement(EmptyStatement node) {
        enter(node);
        super.visitEmptyStatement(node);
    }

    @Override
    public void visitStaticMethodCallExpression(StaticMethodCallExpression node) {
        enter(node);
        super.visitStaticMethodCallExpression(node);
    }

    @Override
    public void visitTernaryExpression(TernaryExpression node) {
        enter(node);
        bounds.nested(node, () -> super.visitTernaryExpression(node));
    }

    @Override
    public void visitShortTernaryExpression(ElvisOperatorExpression node) {
        enter(node);
        bounds.nested(node, () -> super.visitShortTernaryExpression(node));
    }

    @Override
    public void visitPostfixExpression(PostfixExpression node) {
        enter(node);
        bounds.nested(node, () -> super.visitPostfixExpression(node));
    }

    @Override
    public void visitPrefixExpression(PrefixExpression node) {
        enter(node);
        bounds.nested(node, () -> super.visitPrefixExpression(node));
    }

    @Override
    public void visitBooleanExpression(BooleanExpression node) {
        enter(node);
        bounds.nested(node, () -> super.visitBooleanExpression(node));
    }

    @Override
    public void visitNotExpression(NotExpression node) {
        enter(node);
        bounds.nested(node, () -> super.visitNotExpression(node));
    }

    @Override
    public void visitTupleExpression(TupleExpression node) {
        enter(node);
        bounds.nested(node, () -> super.visitTupleExpression(node));
    }

    @Override
    public void visitMapEntryExpression(MapEntryExpression node) {
        enter(node);
        super.visitMapEntryExpression(node);
    }

    @Override
    public void visitRangeExpression(RangeExpression node) {
        enter(node);
        bounds.nested(node, () -> super.visitRangeExpression(node));
    }

    @Override
    public void visitAttributeExpression(AttributeExpression node) {
        enter(node);
        super.visitAttributeExpression(node);
    }

    @Override
    public void visitFieldExpression(FieldExpression node) {
        enter(node);
        super.visitFieldExpression(node);
    }

    @Override
    public void visitMethodPointerExpression(MethodPointerExpression node) {
        enter(node);
        super.visitMethodPointerExpression(node);
    }

    @Override
    public void visitMethodReferenceExpression(MethodReferenceExpression node) {
        enter(node);
        super.visitMethodReferenceExpression(node);
    }

    @Override
    public void visitClassExpression(ClassExpression node) {
        enter(node);
        super.visitClassExpression(node);
    }

    @Override
    public void visitArrayExpression(ArrayExpression node) {
        enter(node);
        super.visitArrayExpression(node);
    }

    @Override
    public void visitSpreadExpression(SpreadExpression node) {
        enter(node);
        super.visitSpreadExpression(node);
    }

    @Override
    public void visitSpreadMapExpression(SpreadMapExpression node) {
        enter(node);
        super.visitSpreadMapExpression(node);
    }

    @Override
    public void visitUnaryMinusExpression(UnaryMinusExpression node) {
        enter(node);
        bounds.nested(node, () -> super.visitUnaryMinusExpression(node));
    }

    @Override
    public void visitUnaryPlusExpression(UnaryPlusExpression node) {
        enter(node);
        bounds.nested(node, () -> super.visitUnaryPlusExpression(node));
    }

    @Override
    public void visitBitwiseNegationExpression(BitwiseNegationExpression node) {
        enter(node);
        bounds.nested(node, () -> super.visitBitwiseNegationExpression(node));
    }

    @Override
    public void visitArgumentlistExpression(ArgumentListExpression node) {
        enter(node);
        super.visitArgumentlistExpression(node);
    }

    @Override
    public void visitClosureListExpression(ClosureListExpression node) {
        enter(node);
        super.visitClosureListExpression(node);
    }

    @Override
    public void visitBytecodeExpression(BytecodeExpression node) {
        enter(node);
        super.visitBytecodeExpression(node);
    }

    @Override
    public void visitEmptyExpression(EmptyExpression node) {
        enter(node);
        super.visitEmptyExpression(node);
    }

    @Override
    public void visitGStringExpression(GStringExpression node) {
        enter(node);
        bounds.nested(node, () -> super.visitGStringExpression(node));
    }
}
