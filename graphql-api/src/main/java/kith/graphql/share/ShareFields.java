package kith.graphql.share;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kith.graphql.GraphqlProblem;
import kith.graphql.sdl.Arguments;
import kith.graphql.sdl.SdlWiring;
import kith.metadata.catalog.Catalog;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.share.ShareProblem;
import kith.runtime.share.ShareRequest;
import kith.runtime.tenant.CatalogOutdatedException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shares of records, and why they are seen, in the metadata API. */
public final class ShareFields {

    private static final int ATTEMPTS = 3;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final JsonMapper JSON = new JsonMapper();

    private final Sharing sharing;
    private final Function<Caller, Mono<Catalog>> catalogs;

    private ShareFields(Sharing sharing, Function<Caller, Mono<Catalog>> catalogs) {
        this.sharing = sharing;
        this.catalogs = catalogs;
    }

    /**
     * Adds them.
     *
     * @param catalogs gives a caller's catalog as it stands
     */
    public static void wire(
            SdlWiring<Caller> wiring, Sharing sharing, Function<Caller, Mono<Catalog>> catalogs) {
        ShareFields fields = new ShareFields(sharing, catalogs);
        wiring.query("recordShares", fields::shares)
                .query("recordAccess", fields::reasons)
                .mutation("shareRecord", fields::share)
                .mutation("unshareRecord", fields::unshare);
    }

    private Mono<Object> shares(Caller caller, Arguments arguments) {
        return withCatalog(
                caller,
                catalog ->
                        sharing.shares()
                                .of(
                                        caller,
                                        catalog,
                                        arguments.text("object"),
                                        id(arguments, "id")));
    }

    private Mono<Object> reasons(Caller caller, Arguments arguments) {
        return withCatalog(
                caller,
                catalog ->
                        sharing.reasons()
                                .of(
                                        caller,
                                        catalog,
                                        arguments.text("object"),
                                        id(arguments, "id"),
                                        id(arguments, "user")));
    }

    private Mono<Object> share(Caller caller, Arguments arguments) {
        Arguments input = arguments.object("input");
        return withCatalog(
                caller,
                catalog ->
                        sharing.shares()
                                .share(
                                        caller,
                                        catalog,
                                        request(input, input.flag("mayChange"), until(input))));
    }

    private Mono<Object> unshare(Caller caller, Arguments arguments) {
        return withCatalog(
                caller,
                catalog ->
                        sharing.shares()
                                .unshare(
                                        caller,
                                        catalog,
                                        request(arguments, false, Optional.empty())));
    }

    private static ShareRequest request(
            Arguments input, boolean mayChange, Optional<Instant> until) {
        String cause = input.optionalText("cause").orElse(ShareRequest.BY_HAND);
        if (cause.isBlank() || cause.length() > ShareRequest.LONGEST_CAUSE) {
            throw invalid(
                    "A cause has 1 to " + ShareRequest.LONGEST_CAUSE + " characters", "cause");
        }
        return new ShareRequest(
                input.text("object"),
                id(input, "id"),
                id(input, "with"),
                input.flag("withBelow"),
                mayChange,
                until,
                cause);
    }

    private static Optional<Instant> until(Arguments input) {
        try {
            Optional<Instant> until =
                    input.optionalText("until").map(text -> OffsetDateTime.parse(text).toInstant());
            if (until.filter(moment -> moment.isAfter(LATEST) || moment.isBefore(Instant.EPOCH))
                    .isPresent()) {
                throw invalid("A share ends between the years 1970 and 9999", "until");
            }
            return until;
        } catch (DateTimeParseException _) {
            throw invalid("A moment is written like 2026-01-31T12:00:00Z", "until");
        }
    }

    private static ProblemException invalid(String message, String path) {
        return new ProblemException(Problem.of(ShareProblem.SHARE_INVALID, message).at(path));
    }

    private static UUID id(Arguments arguments, String name) {
        try {
            return UUID.fromString(arguments.text(name));
        } catch (IllegalArgumentException _) {
            throw new ProblemException(
                    Problem.of(GraphqlProblem.ARGUMENT_INVALID, "This is no id").at(name));
        }
    }

    /** What was made for a catalog that is outdated by now is made again for the newer one. */
    private Mono<Object> withCatalog(Caller caller, Function<Catalog, Mono<JsonNode>> work) {
        return Mono.defer(() -> catalogs.apply(caller).flatMap(work))
                .retryWhen(Retry.max(ATTEMPTS).filter(CatalogOutdatedException.class::isInstance))
                .map(found -> JSON.convertValue(found, Object.class));
    }
}
