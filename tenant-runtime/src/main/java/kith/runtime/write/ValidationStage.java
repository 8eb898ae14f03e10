package kith.runtime.write;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Validation;
import kith.metadata.expression.Condition;
import kith.metadata.expression.EvaluationSteps;
import kith.metadata.expression.Evaluator;
import kith.metadata.expression.Expression;
import kith.metadata.expression.ExpressionTraits;
import kith.metadata.expression.Step;
import kith.metadata.problem.Problem;

/**
 * Holds the records of a batch against the validations of their object, as the rules left them. The
 * records that conditions look at are loaded for the whole batch, one statement for each level.
 */
final class ValidationStage {

    private final WriteSession session;

    ValidationStage(WriteSession session) {
        this.session = session;
    }

    /** A record with refused values is not looked at: it would be refused for what it is not. */
    void check(ObjectType object, List<Draft> drafts, Violations violations) {
        if (object.validations().isEmpty()) {
            return;
        }
        List<Draft> concerned =
                drafts.stream()
                        .filter(draft -> draft.isNew() || !draft.changed().isEmpty())
                        .filter(draft -> draft.failed().isEmpty())
                        .toList();
        RelatedValues related = RelatedValues.load(session, paths(object), concerned);
        EvaluationSteps steps = new EvaluationSteps();
        for (Draft draft : concerned) {
            Evaluator evaluator =
                    new Evaluator(new DraftValues(draft, related), session.now(), steps);
            for (Validation validation : object.validations()) {
                if (evaluator.holds(condition(validation))) {
                    violations.add(refusal(validation, draft));
                }
            }
        }
    }

    private static SequencedSet<List<Step>> paths(ObjectType object) {
        return object.validations().stream()
                .flatMap(validation -> ExpressionTraits.paths(condition(validation)).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Expression condition(Validation validation) {
        return ((Condition) validation.condition()).expression();
    }

    private static Problem refusal(Validation validation, Draft draft) {
        Object[] steps =
                validation.definition().field().stream().flatMap(Stream::of).toArray(Object[]::new);
        return Problem.of(WriteProblem.RECORD_INVALID, validation.definition().message())
                .at(Violations.path(draft.path(), steps));
    }
}
