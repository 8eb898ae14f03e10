package kith.server.client;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import kith.graphql.client.ApiClientSecret;
import kith.graphql.client.ApiClients;
import kith.runtime.access.Caller;
import kith.runtime.audit.AuditEvent;
import kith.runtime.audit.AuditKind;
import kith.runtime.audit.AuditTrail;
import kith.runtime.client.ApiClient;
import kith.runtime.client.ApiClientProblem;
import kith.runtime.client.ApiClientStore;
import kith.server.tenant.NewAccount;
import kith.server.tenant.ProgramDirectory;
import kith.server.tenant.UserRecords;
import reactor.core.publisher.Mono;

/**
 * A program is a client of the identity provider and a user of the tenant: it signs in by the one
 * and may what the permission sets of the other allow.
 */
public final class TenantPrograms implements ApiClients {

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 80;
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 6;

    private final ApiClientStore store;
    private final ProgramDirectory directory;
    private final UserRecords users;
    private final AuditTrail trail;
    private final URI tokenEndpoint;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public TenantPrograms(
            ApiClientStore store,
            ProgramDirectory directory,
            UserRecords users,
            AuditTrail trail,
            URI tokenEndpoint,
            Supplier<UUID> ids,
            Clock clock) {
        this.store = store;
        this.directory = directory;
        this.users = users;
        this.trail = trail;
        this.tokenEndpoint = tokenEndpoint;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<List<ApiClient>> all(Caller caller) {
        return store.all(caller);
    }

    @Override
    public Mono<ApiClientSecret> create(Caller caller, String name) {
        String slug = caller.tenant().slug();
        ProgramDirectory.Program program =
                new ProgramDirectory.Program(
                        ProgramDirectory.prefix(slug) + HexFormat.of().formatHex(bytes(ID_BYTES)),
                        validName(name),
                        secret());
        return store.all(caller)
                .doOnNext(TenantPrograms::requirePlace)
                .then(Mono.defer(() -> directory.admit(slug, program)))
                .flatMap(subject ->
                        users.tie(caller.tenant(), person(program), subject, false)
                                .then(
                                        Mono.defer(() ->
                                                users.withIdentity(caller.tenant(), subject))))
                .flatMap(user -> store.add(caller, client(program, user)))
                .delayUntil(client -> noted(caller, client, "created"))
                .map(client -> shown(client, program.secret()))
                // A client that nobody knows of would stay for ever.
                .onErrorResume(
                        failure -> directory.dismiss(program.clientId()).then(Mono.error(failure)));
    }

    private static String validName(String name) {
        String clean = name.strip();
        if (clean.isEmpty()
                || clean.length() > LONGEST_NAME
                || clean.chars().anyMatch(Character::isISOControl)) {
            throw ApiClientProblem.API_CLIENT_NAME_INVALID.at(
                    "name", "A name has 1 to %d characters.".formatted(LONGEST_NAME));
        }
        return clean;
    }

    private static void requirePlace(List<ApiClient> clients) {
        if (clients.size() >= MOST) {
            throw ApiClientProblem.TOO_MANY_API_CLIENTS.at(
                    "name", "There are %d API clients, as many as there may be.".formatted(MOST));
        }
    }

    private static NewAccount person(ProgramDirectory.Program program) {
        return new NewAccount(
                program.clientId() + "@programs.invalid", "", program.name(), Optional.empty());
    }

    private ApiClient client(ProgramDirectory.Program program, UUID user) {
        Instant now = now();
        return new ApiClient(
                ids.get(),
                program.name(),
                program.clientId(),
                user,
                true,
                now,
                now,
                Optional.empty());
    }

    @Override
    public Mono<ApiClientSecret> rotate(Caller caller, UUID id) {
        String secret = secret();
        return store.find(caller, id)
                .delayUntil(client -> directory.replaceSecret(client.clientId(), secret))
                .flatMap(_ -> store.rotated(caller, id, now()))
                .delayUntil(client -> noted(caller, client, "given another secret"))
                .map(client -> shown(client, secret));
    }

    private ApiClientSecret shown(ApiClient client, String secret) {
        return new ApiClientSecret(client, secret, tokenEndpoint.toString());
    }

    /** The user first: that keeps out who has a token already. */
    @Override
    public Mono<ApiClient> activate(Caller caller, UUID id, boolean active) {
        return store.find(caller, id)
                .delayUntil(client -> users.activate(caller.tenant(), client.user(), active))
                .delayUntil(client -> directory.enable(client.clientId(), active))
                .flatMap(_ -> store.activated(caller, id, active))
                .delayUntil(client -> noted(caller, client, active ? "activated" : "deactivated"));
    }

    @Override
    public Mono<ApiClient> delete(Caller caller, UUID id) {
        return store.find(caller, id)
                .delayUntil(client -> users.activate(caller.tenant(), client.user(), false))
                .delayUntil(client -> directory.dismiss(client.clientId()))
                .delayUntil(_ -> store.remove(caller, id))
                .delayUntil(client -> noted(caller, client, "deleted"));
    }

    private Mono<Void> noted(Caller caller, ApiClient client, String change) {
        Map<String, Object> detail = Map.of("name", client.name(), "change", change);
        return trail.add(caller, new AuditEvent(AuditKind.API_CLIENT, client.clientId(), detail));
    }

    private String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
    }

    private byte[] bytes(int number) {
        byte[] bytes = new byte[number];
        random.nextBytes(bytes);
        return bytes;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
