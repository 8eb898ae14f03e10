package kith.graphql.audit;

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
import kith.runtime.audit.AuditFilter;
import kith.runtime.audit.AuditKind;
import kith.runtime.audit.AuditTrail;
import reactor.core.publisher.Mono;

/** The audit trail in the metadata API. */
public final class AuditFields {

    private static final int LARGEST_PAGE = 1_000;

    private AuditFields() {}

    /** Adds them. */
    public static void wire(SdlWiring<Caller> wiring, AuditTrail trail) {
        wiring.query(
                        "auditEntries",
                        (caller, arguments) ->
                                Mono.defer(() -> trail.page(caller, filter(arguments)))
                                        .map(AuditConnection::of))
                .mutation("verifyAudit", (caller, _) -> trail.verify(caller));
    }

    private static AuditFilter filter(Arguments arguments) {
        int first = arguments.integer("first");
        if (first < 1 || first > LARGEST_PAGE) {
            throw invalid("first", "first runs from 1 to " + LARGEST_PAGE);
        }
        return new AuditFilter(
                arguments.optionalText("kind").map(AuditKind::valueOf),
                id(arguments, "actor"),
                moment(arguments, "from"),
                moment(arguments, "until"),
                first,
                id(arguments, "after"));
    }

    private static Optional<UUID> id(Arguments arguments, String name) {
        try {
            return arguments.optionalText(name).map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            throw invalid(name, "This is no id");
        }
    }

    private static Optional<Instant> moment(Arguments arguments, String name) {
        try {
            return arguments.optionalText(name).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException _) {
            throw invalid(name, "A moment is written like 2026-01-31T12:00:00Z");
        }
    }

    private static ProblemException invalid(String argument, String message) {
        return new ProblemException(
                Problem.of(GraphqlProblem.ARGUMENT_INVALID, message).at(argument));
    }
}
