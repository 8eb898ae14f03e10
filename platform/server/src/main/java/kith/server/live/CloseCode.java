package kith.server.live;

import java.util.List;
import kith.graphql.live.LiveProblem;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.metadata.problem.ProblemKind;
import kith.runtime.tenant.TenantProblem;
import kith.server.identity.IdentityProblem;
import org.jspecify.annotations.Nullable;

/**
 * Why a socket is closed. The numbers below 4410 are those of the protocol {@code
 * graphql-transport-ws}.
 */
enum CloseCode {
    BAD_REQUEST(4400),
    UNAUTHORIZED(4401),
    FORBIDDEN(4403),
    INITIALISATION_TIMEOUT(4408),
    SUBSCRIBER_EXISTS(4409),
    SLOW_CONSUMER(4410),
    TOO_MANY_INITIALISATIONS(4429),
    MESSAGE_TOO_BIG(1009),
    GOING_AWAY(1001),
    UNEXPECTED(1011);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The code for a failure that concerns whoever opened the socket; null for all others. */
    static @Nullable CloseCode of(Throwable failure) {
        if (!(failure instanceof ProblemException refusal)) {
            return null;
        }
        List<Problem> problems = refusal.problems();
        return switch (problems.getFirst().code()) {
            case IdentityProblem identity ->
                    identity.kind() == ProblemKind.UNAUTHENTICATED ? UNAUTHORIZED : FORBIDDEN;
            case TenantProblem _ -> FORBIDDEN;
            case LiveProblem.SLOW_CONSUMER -> SLOW_CONSUMER;
            default -> null;
        };
    }
}
