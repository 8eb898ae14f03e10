package kith.metadata.change;

import java.util.List;

/**
 * What became of a change set.
 *
 * @param catalogVersion the version that it made, or the one that stands where it made none
 * @param isApplied whether it made a new version: not when it was refused, only tried, or changed
 *     nothing
 * @param diff what it did or would do
 * @param affected the records that it touched or would touch, by field
 * @param problems why it is refused; empty when it is not
 * @param warnings what to know of rules that it makes or changes
 */
public record ChangeOutcome(
        long catalogVersion,
        boolean isApplied,
        List<Difference> diff,
        List<AffectedRecords> affected,
        List<ChangeProblem> problems,
        List<RuleWarning> warnings) {

    /** Without warnings. */
    public ChangeOutcome(
            long catalogVersion,
            boolean isApplied,
            List<Difference> diff,
            List<AffectedRecords> affected,
            List<ChangeProblem> problems) {
        this(catalogVersion, isApplied, diff, affected, problems, List.of());
    }

    public ChangeOutcome {
        diff = List.copyOf(diff);
        affected = List.copyOf(affected);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
