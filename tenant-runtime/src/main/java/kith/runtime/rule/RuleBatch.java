package kith.runtime.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kith.metadata.RuleCall;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.RuleProgram.FieldUse;
import kith.metadata.problem.Problem;
import kith.script.RuleViolation;
import kith.script.ScriptLogLine;
import kith.script.ScriptOutcome;
import kith.script.ScriptSubject;
import kith.script.run.ScriptContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The records of a batch on their way through the rules of a moment. */
final class RuleBatch {

    private static final Logger LOG = LoggerFactory.getLogger(RuleBatch.class);

    private final RuleRun run;
    private final List<RuledRecord> records;
    private final Map<RuleCall.Mode, RelatedRecords> related = new EnumMap<>(RuleCall.Mode.class);

    RuleBatch(RuleRun run, List<RuleSubject> subjects) {
        this.run = run;
        for (RuleCall.Mode mode : RuleCall.Mode.values()) {
            related.put(mode, new RelatedRecords(run.catalog(), run.reach().of(mode).source()));
        }
        Map<String, RuleProperties.Property> properties = RuleProperties.of(run.object());
        RelatedRecords first = relatedOf(RuleCall.Mode.USER);
        this.records =
                subjects.stream()
                        .map(subject ->
                                new RuledRecord(
                                        subject, properties, first, run.moment().isForFilling()))
                        .toList();
    }

    RuleResult result() throws Exception {
        List<RuleResult.Deferred> deferred = new ArrayList<>();
        for (Rule rule : run.object().rulesAt(run.moment()).toList()) {
            run(rule, deferred);
        }
        return new RuleResult(records.stream().map(RuledRecord::verdict).toList(), deferred);
    }

    private void run(Rule rule, List<RuleResult.Deferred> deferred) throws Exception {
        RunnableRule program = program(rule);
        RelatedRecords seen = relatedOf(rule.definition().call().mode());
        Set<FieldUse> followed = new HashSet<>(program.followed());
        followed.addAll(RuleConditions.followed(rule));
        seen.loadAhead(records, followed);
        List<RuledRecord> concerned = new RuleConditions(run, seen).concerned(rule, records);
        if (run.moment() == Moment.BUTTON) {
            refuseOthers(rule, concerned);
        }
        if (concerned.isEmpty()) {
            return;
        }
        concerned.forEach(record -> record.seenThrough(seen));
        RuleChain chain =
                run.chain()
                        .with(
                                rule,
                                concerned.stream().map(record -> record.subject().id()).toList());
        RuleCrm crm = new RuleCrm(run, rule, seen, chain, run.moment().isForFilling());
        switch (rule.definition().call().per()) {
            case BATCH -> apply(rule, program, concerned, seen, crm);
            case RECORD ->
                    concerned.forEach(record -> apply(rule, program, List.of(record), seen, crm));
        }
        if (concerned.size() > 1 && !program.warnings().isEmpty()) {
            noteRepeated(rule, concerned.size());
        }
        if (run.moment().isForFilling()) {
            deferred.add(crm.deferred());
        } else if (!crm.pending().isEmpty()) {
            RuleRunner.within(run.meter(), chain, crm::flush).call();
        }
    }

    /** Whoever sets off a rule means all of the records. */
    private void refuseOthers(Rule rule, List<RuledRecord> concerned) {
        Set<RuledRecord> meant = new HashSet<>(concerned);
        records.stream()
                .filter(record -> !meant.contains(record))
                .forEach(record -> record.add(null, RuleFailures.notApplicable(rule)));
    }

    private void apply(
            Rule rule,
            RunnableRule program,
            List<RuledRecord> called,
            RelatedRecords seen,
            RuleCrm crm) {
        Questions questions = new Questions();
        List<Object> path = called.getFirst().subject().path();
        crm.begin(questions, path);
        seen.askedBy(questions);
        called.forEach(record -> record.workedOnBy(rule));
        RunRecorder recorder = new RunRecorder(run, rule, called, questions);
        ScriptContext context =
                new ScriptContext(
                        run.tenant().key(),
                        run.now(),
                        run.tenant().zone(),
                        called.getFirst().subject().isNew(),
                        run.moment().name(),
                        run.meter(),
                        crm);
        List<ScriptSubject> subjects =
                called.stream().map(record -> subject(record, seen)).toList();
        ScriptOutcome outcome = program.run(subjects, context);
        note(rule, outcome);
        recorder.ended(outcome);
        switch (outcome) {
            case ScriptOutcome.Finished finished ->
                    finished.violations().forEach(violation -> refuse(called, violation));
            case ScriptOutcome.Failed failed ->
                    throw RuleFailures.failed(run.chain(), rule, path, failed.failure());
        }
    }

    private ScriptSubject subject(RuledRecord record, RelatedRecords seen) {
        return new ScriptSubject(
                record,
                record.subject()
                        .before()
                        .map(values -> new ReferencedRecord(run.object(), values, seen))
                        .orElse(null));
    }

    /** What the rule wrote to its log, and which limits it came close to. */
    private void note(Rule rule, ScriptOutcome outcome) {
        if (LOG.isDebugEnabled()) {
            for (ScriptLogLine line : outcome.log()) {
                LOG.debug(
                        "{}: rule {}: {} {}",
                        run.tenant().slug(),
                        rule.definition().name(),
                        line.level(),
                        line.text());
            }
        }
    }

    private void noteRepeated(Rule rule, int count) {
        LOG.info(
                "{}: rule {} on {} asks crm for each of {} records; let it be called per batch",
                run.tenant().slug(),
                rule.definition().name(),
                run.object().name(),
                count);
    }

    /** What is about a batch stands where the first of its records does. */
    private void refuse(List<RuledRecord> called, RuleViolation violation) {
        Problem problem = RuleFailures.refusal(violation.message());
        String field = violation.field();
        int index = Math.clamp(violation.record(), 0, called.size() - 1);
        called.get(index)
                .add(field == null ? null : RuleProperties.fieldName(run.object(), field), problem);
    }

    private RelatedRecords relatedOf(RuleCall.Mode mode) {
        return Objects.requireNonNull(related.get(mode));
    }

    private static RunnableRule program(Rule rule) {
        if (rule.program() instanceof RunnableRule runnable) {
            return runnable;
        }
        if (rule.isBroken()) {
            throw RuleFailures.broken(rule);
        }
        throw new IllegalStateException(
                "The program of rule " + rule.definition().name() + " cannot run");
    }
}
