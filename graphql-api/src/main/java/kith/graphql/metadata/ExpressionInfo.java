package kith.graphql.metadata;

import java.util.List;
import java.util.Optional;
import kith.graphql.metadata.ChangeAnswers.ScriptProblem;
import kith.graphql.sdl.Arguments;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.change.ChangeRefusal;
import kith.metadata.expression.Compilation;
import kith.metadata.expression.ExpressionCompiler;
import kith.metadata.expression.ExpressionError;
import kith.metadata.expression.ExpressionScope;
import kith.metadata.expression.ExpressionTraits;
import kith.metadata.expression.ExpressionTree;
import kith.metadata.expression.Kind;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/**
 * What the text of an expression means to the records of an object.
 *
 * @param kind empty where there are problems
 * @param tree the same as JSON, for those who evaluate it elsewhere
 * @param notInBrowser why they cannot; empty where they can
 */
public record ExpressionInfo(
        Optional<Kind> kind,
        List<ScriptProblem> problems,
        Optional<JsonNode> tree,
        Optional<String> notInBrowser) {

    public ExpressionInfo {
        problems = List.copyOf(problems);
    }

    static ExpressionInfo of(Catalog catalog, Arguments arguments) {
        ExpressionScope scope =
                new ExpressionScope(
                        object(catalog, arguments.text("object")), catalog::object, true);
        String text = arguments.text("text");
        Compilation compilation =
                arguments
                        .optionalText("gives")
                        .map(Kind::valueOf)
                        .map(kind -> ExpressionCompiler.compile(text, scope, kind))
                        .orElseGet(() -> ExpressionCompiler.compile(text, scope));
        return switch (compilation) {
            case Compilation.Compiled(var expression) ->
                    new ExpressionInfo(
                            Optional.of(expression.kind()),
                            List.of(),
                            Optional.of(ExpressionTree.of(expression)),
                            ExpressionTraits.notInBrowser(expression));
            case Compilation.Refused(var errors) ->
                    new ExpressionInfo(
                            Optional.empty(),
                            errors.stream().map(ExpressionInfo::problem).toList(),
                            Optional.empty(),
                            Optional.empty());
        };
    }

    private static ObjectType object(Catalog catalog, String name) {
        return catalog.object(name)
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                                ChangeRefusal.UNKNOWN_COMPONENT,
                                                "There is no object `%s`".formatted(name))
                                        .at("object")));
    }

    private static ScriptProblem problem(ExpressionError error) {
        return new ScriptProblem(error.line(), error.column(), error.message(), error.hint());
    }
}
