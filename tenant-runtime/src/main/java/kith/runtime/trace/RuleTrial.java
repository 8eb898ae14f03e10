package kith.runtime.trace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.catalog.RuleCompiler.ScriptProblem;

/**
 * What a rule would have done, had it been there; nothing of it was written.
 *
 * @param problems why the script does not compile; then nothing was tried
 * @param tried how many changes or records it ran on
 * @param cases those in which it would have done something, or went wrong; of very many, the first
 * @param limits of each limit the most that one run spent
 * @param isCut whether not all that was asked for was tried or is shown
 */
public record RuleTrial(
        List<ScriptProblem> problems,
        int tried,
        int changed,
        int refused,
        int failed,
        double fuel,
        double micros,
        List<RunDetail.LimitUse> limits,
        List<Case> cases,
        boolean isCut) {

    public RuleTrial {
        problems = List.copyOf(problems);
        limits = List.copyOf(limits);
        cases = List.copyOf(cases);
    }

    /** Of a script that does not compile. */
    public static RuleTrial refused(List<ScriptProblem> problems) {
        return new RuleTrial(problems, 0, 0, 0, 0, 0, 0, List.of(), List.of(), false);
    }

    /**
     * One change or record.
     *
     * @param at when it was changed so; empty for a record as it is now
     * @param set what the rule would have set beside it
     * @param writes what it would have done to other records, in words
     */
    public record Case(
            UUID record,
            Optional<String> name,
            Optional<Instant> at,
            String moment,
            List<RunDetail.FieldSet> set,
            List<String> writes,
            List<String> refusals,
            List<String> warnings,
            List<RunDetail.Query> queries,
            List<RunDetail.LogLine> log,
            Optional<String> failure,
            Optional<Integer> line,
            double fuel) {

        public Case {
            set = List.copyOf(set);
            writes = List.copyOf(writes);
            refusals = List.copyOf(refusals);
            warnings = List.copyOf(warnings);
            queries = List.copyOf(queries);
            log = List.copyOf(log);
        }
    }
}
