package kith.script.tree;

import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.LambdaExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BreakStatement;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.ContinueStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.ThrowStatement;
import org.codehaus.groovy.ast.stmt.TryCatchStatement;
import org.codehaus.groovy.ast.stmt.WhileStatement;
import org.codehaus.groovy.syntax.Types;
import org.jspecify.annotations.Nullable;

/** Checks each node against the closed list, and those kinds that are allowed under conditions. */
final class TreeGateVisitor extends EveryNodeVisitor {

    private final TreeGate gate;

    TreeGateVisitor(TreeGate gate, TreeBounds bounds) {
        super(bounds);
        this.gate = gate;
    }

    @Override
    void enter(ASTNode node) {
        bounds.node(node);
        if (node instanceof ReturnStatement
                || node instanceof BreakStatement
                || node instanceof ContinueStatement) {
            bounds.exit();
        }
        AllowedNodes.check(node);
        if (node instanceof AnnotatedNode annotated) {
            TreeGate.checkNoAnnotations(annotated, node);
        }
    }

    @Override
    public void visitForLoop(ForStatement node) {
        enter(node);
        Parameter index = node.getIndexVariable();
        if (index != null) {
            gate.checkParameter(index);
        }
        if (node.getValueVariable() != null) {
            gate.checkParameter(node.getValueVariable());
        }
        bounds.loop(node, () -> super.visitForLoop(node));
    }

    @Override
    public void visitWhileLoop(WhileStatement node) {
        enter(node);
        bounds.loop(node, () -> super.visitWhileLoop(node));
    }

    @Override
    public void visitDoWhileLoop(DoWhileStatement node) {
        enter(node);
        bounds.loop(node, () -> super.visitDoWhileLoop(node));
    }

    @Override
    public void visitTryCatchFinally(TryCatchStatement node) {
        enter(node);
        if (!node.getResourceStatements().isEmpty()) {
            throw TreeGate.refused(node, "try with resources is not allowed in a rule");
        }
        int exitsBefore = bounds.exits();
        bounds.tryBlock(
                node,
                () -> {
                    node.getTryStatement().visit(this);
                    node.getCatchStatements().forEach(handler -> handler.visit(this));
                    bounds.finallyBlock(
                            node, exitsBefore, () -> node.getFinallyStatement().visit(this));
                });
    }

    @Override
    public void visitCatchStatement(CatchStatement node) {
        enter(node);
        gate.checkNamedType(node.getExceptionType(), RuleTypeNames.CAUGHT, "catching", node);
        gate.checkParameter(node.getVariable());
        super.visitCatchStatement(node);
    }

    @Override
    public void visitThrowStatement(ThrowStatement node) {
        enter(node);
        if (!(node.getExpression() instanceof ConstructorCallExpression call)
                || !call.getType().getName().equals("RuleError")) {
            throw TreeGate.refused(node, "only 'throw new RuleError(..)' is allowed");
        }
        super.visitThrowStatement(node);
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression node) {
        enter(node);
        if (node.getMethodAsString() == null || !isConstantText(node.getMethod())) {
            throw TreeGate.refused(node, "a computed method name is not allowed");
        }
        RuleNames.checkCalled(node.getMethodAsString(), node);
        if (node.getGenericsTypes() != null) {
            throw TreeGate.refused(node, "type arguments are not allowed here");
        }
        bounds.nested(node, () -> super.visitMethodCallExpression(node));
    }

    @Override
    public void visitConstructorCallExpression(ConstructorCallExpression node) {
        enter(node);
        if (node.isUsingAnonymousInnerClass() || node.isSpecialCall()) {
            throw TreeGate.refused(node, "classes are not allowed in a rule");
        }
        gate.checkNamedType(node.getType(), RuleTypeNames.CREATED, "new", node);
        bounds.nested(node, () -> super.visitConstructorCallExpression(node));
    }

    @Override
    public void visitPropertyExpression(PropertyExpression node) {
        enter(node);
        if (node.getPropertyAsString() == null || !isConstantText(node.getProperty())) {
            throw TreeGate.refused(node, "a computed property name is not allowed");
        }
        RuleNames.checkProperty(node.getPropertyAsString(), node);
        bounds.nested(node, () -> super.visitPropertyExpression(node));
    }

    /** The right side of {@code instanceof} is the one place where a type stands as a value. */
    @Override
    public void visitBinaryExpression(BinaryExpression node) {
        enter(node);
        int operation = node.getOperation().getType();
        boolean isTypeTest =
                operation == Types.KEYWORD_INSTANCEOF || operation == Types.COMPARE_NOT_INSTANCEOF;
        if (isTypeTest && node.getRightExpression() instanceof ClassExpression type) {
            gate.checkNamedType(type.getType(), RuleTypeNames.CAST, "instanceof", node);
            bounds.nested(node, () -> node.getLeftExpression().visit(this));
        } else {
            bounds.nested(node, () -> super.visitBinaryExpression(node));
        }
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression node) {
        enter(node);
        checkDeclared(node.getLeftExpression());
        node.getLeftExpression().visit(this);
        node.getRightExpression().visit(this);
    }

    @Override
    public void visitClosureExpression(ClosureExpression node) {
        enter(node);
        checkClosureParameters(node);
        bounds.closure(node, () -> node.getCode().visit(this));
    }

    @Override
    public void visitLambdaExpression(LambdaExpression node) {
        enter(node);
        checkClosureParameters(node);
        bounds.closure(node, () -> node.getCode().visit(this));
    }

    @Override
    public void visitListExpression(ListExpression node) {
        enter(node);
        if (node.getExpressions().size() > TreeBounds.MAX_ELEMENTS) {
            throw TreeBounds.tooComplex(node, "a list has at most 1,000 elements here");
        }
        bounds.nested(node, () -> super.visitListExpression(node));
    }

    @Override
    public void visitMapExpression(MapExpression node) {
        enter(node);
        if (node.getMapEntryExpressions().size() > TreeBounds.MAX_ELEMENTS) {
            throw TreeBounds.tooComplex(node, "a map has at most 1,000 entries here");
        }
        bounds.nested(node, () -> super.visitMapExpression(node));
    }

    @Override
    public void visitConstantExpression(ConstantExpression node) {
        enter(node);
        if (node.getValue() != null) {
            TreeGate.checkLiteral(node.getValue(), node);
        }
    }

    @Override
    public void visitVariableExpression(VariableExpression node) {
        enter(node);
        if (node.isSuperExpression()) {
            throw TreeGate.refused(node, "super is not allowed in a rule");
        }
        if (!node.isThisExpression()) {
            RuleNames.checkVariable(node.getName(), node);
        }
        gate.checkType(node.getOriginType(), node, 0);
    }

    @Override
    public void visitCastExpression(CastExpression node) {
        enter(node);
        gate.checkNamedType(node.getType(), RuleTypeNames.CAST, "converting", node);
        bounds.nested(node, () -> super.visitCastExpression(node));
    }

    private void checkClosureParameters(ClosureExpression node) {
        Parameter @Nullable [] parameters = node.getParameters();
        if (parameters != null) {
            gate.checkParameters(parameters);
        }
    }

    private void checkDeclared(Expression left) {
        switch (left) {
            case VariableExpression variable -> gate.checkDeclared(variable.getName(), variable);
            case TupleExpression tuple -> tuple.getExpressions().forEach(this::checkDeclared);
            default -> throw TreeGate.refused(left, "this declaration is not allowed");
        }
    }

    private static boolean isConstantText(Expression expression) {
        return expression instanceof ConstantExpression constant
                && constant.getValue() instanceof String;
    }
}
