package kith.graphql.trace;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import kith.graphql.GraphqlProblem;
import kith.graphql.sdl.Arguments;
import kith.graphql.sdl.SdlWiring;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.trace.LogLevel;
import kith.runtime.trace.RuleLog;
import kith.runtime.trace.RuleLogSetting;
import kith.runtime.trace.RunFilter;
import kith.runtime.trace.RunOutcome;
import reactor.core.publisher.Mono;

/** The debug log of rules in the metadata API. */
public final class RuleLogFields {

    private static final int LARGEST_PAGE = 200;

    private RuleLogFields() {}

    /** Adds them. */
    public static void wire(SdlWiring<Caller> wiring, RuleLog log) {
        wiring.query("ruleLogSetting", (caller, _) -> log.setting(caller))
                .query(
                        "ruleRuns",
                        (caller, arguments) ->
                                Mono.defer(() -> log.page(caller, filter(arguments)))
                                        .map(RuleRunConnection::of))
                .query(
                        "ruleRun",
                        (caller, arguments) ->
                                Mono.defer(() -> log.find(caller, id(arguments, "id"))))
                .mutation(
                        "changeRuleLog",
                        (caller, arguments) ->
                                Mono.defer(() -> log.change(caller, setting(arguments))));
    }

    private static RuleLogSetting setting(Arguments arguments) {
        return new RuleLogSetting(
                LogLevel.valueOf(arguments.text("level")), arguments.integer("days"));
    }

    private static RunFilter filter(Arguments arguments) {
        int first = arguments.integer("first");
        if (first < 1 || first > LARGEST_PAGE) {
            throw invalid("first", "first runs from 1 to " + LARGEST_PAGE);
        }
        return new RunFilter(
                arguments.optionalText("rule").map(_ -> id(arguments, "rule")),
                arguments.optionalText("outcome").map(RunOutcome::valueOf),
                moment(arguments, "from"),
                moment(arguments, "until"),
                first,
                arguments.optionalText("after"));
    }

    private static Optional<Instant> moment(Arguments arguments, String name) {
        try {
            return arguments.optionalText(name).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException _) {
            throw invalid(name, "A moment is written like 2026-01-31T12:00:00Z");
        }
    }

    /** An id that the schema only knows to be a text. */
    static UUID id(Arguments arguments, String name) {
        try {
            return UUID.fromString(arguments.text(name));
        } catch (IllegalArgumentException _) {
            throw invalid(name, "This is no id");
        }
    }

    static ProblemException invalid(String argument, String message) {
        return new ProblemException(
                Problem.of(GraphqlProblem.ARGUMENT_INVALID, message).at(argument));
    }
}
