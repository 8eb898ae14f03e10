package kith.graphql.metadata;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.change.AffectedRecords;
import kith.metadata.change.ChangeOutcome;
import kith.metadata.change.ChangeProblem;
import kith.metadata.change.Dependent;
import kith.metadata.change.Difference;
import kith.metadata.change.RuleWarning;
import kith.metadata.problem.Problem;
import kith.runtime.catalog.RecordedChange;
import tools.jackson.databind.JsonNode;

/** The answers of the metadata API to changes; their accessors are the fields of its types. */
public final class ChangeAnswers {

    private ChangeAnswers() {}

    /** A component was made or changed. */
    public record Named(String name, int catalogVersion) {}

    /** A component was removed. */
    public record Removal(int catalogVersion) {}

    /**
     * A rule was made or changed, or its script was refused.
     *
     * @param name empty where it was refused
     * @param warnings what to know of it, though it may run
     */
    public record RuleChange(
            Optional<String> name,
            int catalogVersion,
            List<ScriptProblem> problems,
            List<ScriptProblem> warnings) {}

    /** Whether a script may run nevertheless. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** What is wrong with a script; line and column count from 1. */
    public record ScriptProblem(
            int line, int column, Severity severity, String message, Optional<String> hint) {

        /** An error. */
        ScriptProblem(int line, int column, String message, Optional<String> hint) {
            this(line, column, Severity.ERROR, message, hint);
        }

        static ScriptProblem of(RuleCompiler.ScriptProblem problem) {
            return of(problem, Severity.ERROR);
        }

        static ScriptProblem warning(RuleCompiler.ScriptProblem problem) {
            return of(problem, Severity.WARNING);
        }

        private static ScriptProblem of(RuleCompiler.ScriptProblem problem, Severity severity) {
            return new ScriptProblem(
                    problem.line(), problem.column(), severity, problem.message(), problem.hint());
        }

        static Optional<ScriptProblem> of(ChangeProblem problem) {
            return problem.position()
                    .map(position ->
                            new ScriptProblem(
                                    position.line(),
                                    position.column(),
                                    Severity.ERROR,
                                    problem.problem().message(),
                                    problem.problem().hint()));
        }
    }

    /** What became of a change set. */
    public record Applied(
            int catalogVersion,
            List<DifferenceInfo> diff,
            List<AffectedInfo> affected,
            List<MetadataProblemInfo> problems,
            List<RuleWarningInfo> warnings) {

        static Applied of(ChangeOutcome outcome) {
            return new Applied(
                    Math.toIntExact(outcome.catalogVersion()),
                    outcome.diff().stream().map(DifferenceInfo::of).toList(),
                    outcome.affected().stream().map(AffectedInfo::of).toList(),
                    outcome.problems().stream()
                            .map(problem -> MetadataProblemInfo.of(problem.problem()))
                            .toList(),
                    outcome.warnings().stream().map(RuleWarningInfo::of).toList());
        }
    }

    /** What to know of a rule that a change set makes or changes. */
    public record RuleWarningInfo(
            String component, int line, int column, String message, Optional<String> hint) {

        static RuleWarningInfo of(RuleWarning warning) {
            return new RuleWarningInfo(
                    warning.rule().toString(),
                    warning.script().line(),
                    warning.script().column(),
                    warning.script().message(),
                    warning.script().hint());
        }
    }

    /** How many records a change set touched. */
    public record AffectedInfo(String component, String kind, int records) {

        static AffectedInfo of(AffectedRecords affected) {
            return new AffectedInfo(
                    affected.field().toString(),
                    affected.kind().name(),
                    Math.toIntExact(affected.records()));
        }
    }

    /** What a change set did to one component. */
    public record DifferenceInfo(
            String component,
            String kind,
            Optional<String> object,
            String name,
            String change,
            Optional<JsonNode> before,
            Optional<JsonNode> after) {

        static DifferenceInfo of(Difference difference) {
            var ref = difference.component();
            return new DifferenceInfo(
                    ref.toString(),
                    ref.kind().documentName(),
                    ref.object(),
                    ref.name(),
                    difference.change().name(),
                    difference.before(),
                    difference.after());
        }
    }

    /** Why a change set was refused. */
    public record MetadataProblemInfo(
            String path, String code, String message, Optional<String> hint) {

        static MetadataProblemInfo of(Problem problem) {
            return new MetadataProblemInfo(
                    problem.path().stream().map(String::valueOf).collect(Collectors.joining(".")),
                    problem.code().name(),
                    problem.message(),
                    problem.hint());
        }
    }

    /** An entry of the change log. */
    public record CatalogChange(
            int version, Instant at, String by, String message, List<DifferenceInfo> diff) {

        static CatalogChange of(RecordedChange change) {
            return new CatalogChange(
                    Math.toIntExact(change.version()),
                    change.at(),
                    change.by(),
                    change.message(),
                    change.diff().stream().map(DifferenceInfo::of).toList());
        }
    }

    /** A component that needs another one. */
    public record DependentInfo(
            String component, String kind, Optional<String> object, String name, String reason) {

        static DependentInfo of(Dependent dependent) {
            var ref = dependent.component();
            return new DependentInfo(
                    ref.toString(),
                    ref.kind().documentName(),
                    ref.object(),
                    ref.name(),
                    dependent.reason());
        }
    }
}
