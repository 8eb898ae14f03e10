package kith.runtime.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.RuleProgram.FieldUse;
import kith.metadata.catalog.SystemFields;
import kith.metadata.expression.Condition;
import kith.metadata.expression.EvaluationSteps;
import kith.metadata.expression.Evaluator;
import kith.metadata.expression.Expression;
import kith.metadata.expression.ExpressionTraits;
import kith.metadata.expression.RecordValues;
import kith.metadata.expression.Step;
import kith.runtime.rule.RecordSource.SourceRecord;
import kith.script.ScriptFailure;
import kith.script.ScriptFailure.Kind;
import kith.script.ScriptFailure.LimitName;
import org.jspecify.annotations.Nullable;

/** Finds the records of a batch for which a rule is called. */
final class RuleConditions {

    /** Its steps are bounded; where the machine is slow, the clock ends it. */
    private static final ScriptFailure TOO_SLOW =
            new ScriptFailure(
                    Kind.LIMIT,
                    0,
                    "its condition takes more time than a rule may",
                    LimitName.WALL_TIME);

    private final RuleRun run;
    private final RelatedRecords related;

    RuleConditions(RuleRun run, RelatedRecords related) {
        this.run = run;
        this.related = related;
    }

    /** The references that the condition of a rule follows. */
    static Set<FieldUse> followed(Rule rule) {
        Set<FieldUse> followed = new HashSet<>();
        condition(rule).stream()
                .flatMap(condition -> ExpressionTraits.paths(condition).stream())
                .flatMap(List::stream)
                .map(Step::reference)
                .forEach(field -> followed.add(new FieldUse(field.object(), field.name())));
        return followed;
    }

    /** Those for which the rule's condition holds, as earlier rules left them. */
    List<RuledRecord> concerned(Rule rule, List<RuledRecord> records) {
        Optional<Expression> condition = condition(rule);
        if (condition.isEmpty()) {
            return records;
        }
        long start = System.nanoTime();
        long most = run.meter().remaining().wallNanos();
        EvaluationSteps steps = new EvaluationSteps();
        List<RuledRecord> concerned = new ArrayList<>();
        for (RuledRecord record : records) {
            if (new Evaluator(new Values(record, related, run.catalog()), run.now(), steps)
                    .holds(condition.get())) {
                concerned.add(record);
            }
            if (System.nanoTime() - start > most) {
                throw RuleFailures.failed(run.chain(), rule, record.subject().path(), TOO_SLOW);
            }
        }
        return concerned;
    }

    private static Optional<Expression> condition(Rule rule) {
        return rule.condition().map(condition -> ((Condition) condition).expression());
    }

    /** The values of a record, for expressions. */
    private record Values(RuledRecord record, RelatedRecords related, Catalog catalog)
            implements RecordValues {

        @Override
        public @Nullable Object value(List<Step> path, Field field) {
            if (path.isEmpty()) {
                return field.name().equals(SystemFields.ID)
                        ? record.subject().id()
                        : record.value(field.name());
            }
            return behind(path).map(found -> found.values().get(field.name())).orElse(null);
        }

        @Override
        public @Nullable Object prior(List<Step> path, Field field) {
            return path.isEmpty()
                    ? record.subject().before().map(before -> before.get(field.name())).orElse(null)
                    : null;
        }

        @Override
        public boolean isThere(List<Step> path) {
            return behind(path).isPresent();
        }

        @Override
        public boolean isNew() {
            return record.subject().isNew();
        }

        private Optional<SourceRecord> behind(List<Step> path) {
            Optional<SourceRecord> found =
                    find(record.value(path.getFirst().reference().name()), path.getFirst());
            for (Step step : path.subList(1, path.size())) {
                found = found.flatMap(one -> find(one.values().get(step.reference().name()), step));
            }
            return found;
        }

        private Optional<SourceRecord> find(@Nullable Object id, Step step) {
            return id instanceof UUID known
                    ? related.findUncounted(catalog.require(step.target()), known)
                    : Optional.empty();
        }
    }
}
