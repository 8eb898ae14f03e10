package kith.runtime.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kith.metadata.catalog.Rule;
import kith.script.RuleViolation;
import kith.script.ScriptFailure;
import kith.script.ScriptOutcome;
import kith.script.meter.Remaining;
import kith.script.meter.Warnings;
import org.jspecify.annotations.Nullable;

/** Remembers how things stood when a run of a rule began, and reports the run when it ended. */
final class RunRecorder {

    private final RuleRun run;
    private final Rule rule;
    private final List<RuledRecord> records;
    private final Questions questions;
    private final List<Map<String, Object>> before;
    private final List<Map<String, @Nullable Object>> setBefore;
    private final Remaining left;
    private final long start = System.nanoTime();

    RunRecorder(RuleRun run, Rule rule, List<RuledRecord> records, Questions questions) {
        this.run = run;
        this.rule = rule;
        this.records = records;
        this.questions = questions;
        this.before = isHeard() ? records.stream().map(RuledRecord::values).toList() : List.of();
        this.setBefore =
                isHeard() ? records.stream().map(RuledRecord::changes).toList() : List.of();
        this.left = run.meter().remaining();
    }

    void ended(ScriptOutcome outcome) {
        if (!isHeard()) {
            return;
        }
        List<RuleViolation> refusals =
                switch (outcome) {
                    case ScriptOutcome.Finished finished -> finished.violations();
                    case ScriptOutcome.Failed _ -> List.of();
                };
        Optional<ScriptFailure> failure =
                switch (outcome) {
                    case ScriptOutcome.Finished _ -> Optional.empty();
                    case ScriptOutcome.Failed failed -> Optional.of(failed.failure());
                };
        run.observer()
                .ran(
                        new RuleReport(
                                rule,
                                run.moment(),
                                run.chain().namesWith(rule),
                                ranFor(),
                                questions.all(),
                                Duration.ofNanos(System.nanoTime() - start),
                                outcome.fuelSpent(),
                                Warnings.between(
                                        run.meter().limits(), left, run.meter().remaining()),
                                outcome.log(),
                                refusals,
                                failure,
                                run.meter().limits(),
                                run.meter().remaining()));
    }

    private List<RuleReport.RanFor> ranFor() {
        List<RuleReport.RanFor> all = new ArrayList<>(records.size());
        for (int index = 0; index < records.size(); index++) {
            RuledRecord record = records.get(index);
            Map<String, @Nullable Object> earlier = setBefore.get(index);
            Map<String, @Nullable Object> set = new LinkedHashMap<>();
            record.changes()
                    .forEach((field, value) -> {
                        if (!earlier.containsKey(field)
                                || !Objects.equals(earlier.get(field), value)) {
                            set.put(field, value);
                        }
                    });
            all.add(
                    new RuleReport.RanFor(
                            record.subject().id(), before.get(index), set, lines(record)));
        }
        return all;
    }

    private Map<String, Integer> lines(RuledRecord record) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        record.causes()
                .forEach((field, cause) -> {
                    if (cause.rule().equals(rule.definition().id())) {
                        lines.put(field, cause.line());
                    }
                });
        return lines;
    }

    private boolean isHeard() {
        return !run.observer().equals(RuleObserver.NONE);
    }
}
