package kith.runtime.client;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.AccessProblem;
import kith.runtime.access.Caller;
import kith.runtime.sql.Database;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.sql.TenantExpectation;
import reactor.core.publisher.Mono;

/** The API clients of tenants, for their administrators. */
public final class ApiClientStore {

    private static final String SELECT =
            """
            select id, name, client_id, acts_as, active, created_at, secret_since, last_used_at
            from api_client where {} order by name, id
            """;
    private static final String INSERT =
            """
            insert into api_client (tenant, id, name, client_id, acts_as, active, created_at, created_by,
                secret_since)
            values ({}, {}, {}, {}, {}, {}, {}, {}, {})
            """;
    private static final String ROTATE =
            """
            update api_client set secret_since = {} where tenant = {} and id = {}
            """;
    private static final String ACTIVATE =
            "update api_client set active = {} where tenant = {} and id = {}";
    private static final String DELETE = "delete from api_client where tenant = {} and id = {}";
    private static final String USED =
            """
            update api_client set last_used_at = {} where tenant = {} and acts_as = any({})
            """;

    private final Database database;

    public ApiClientStore(Database database) {
        this.database = database;
    }

    /** By their names. */
    public Mono<List<ApiClient>> all(Caller caller) {
        return asAdministrator(caller, session -> select(session, ofTenant(caller)));
    }

    /** One of them. */
    public Mono<ApiClient> find(Caller caller, UUID id) {
        return asAdministrator(
                caller,
                session ->
                        select(session, the(caller, id))
                                .filter(found -> !found.isEmpty())
                                .map(List::getFirst)
                                .switchIfEmpty(Mono.error(ApiClientStore::unknown)));
    }

    /** A new one. */
    public Mono<ApiClient> add(Caller caller, ApiClient client) {
        return asAdministrator(
                caller,
                session ->
                        session.execute(
                                        Sql.of(
                                                INSERT,
                                                Sql.bind(caller.tenant().key()),
                                                Sql.bind(client.id()),
                                                Sql.bind(client.name()),
                                                Sql.bind(client.clientId()),
                                                Sql.bind(client.user()),
                                                Sql.bind(client.active()),
                                                Sql.bind(client.createdAt()),
                                                Sql.bind(SqlType.UUID, caller.user().orElse(null)),
                                                Sql.bind(client.secretSince())))
                                .thenReturn(client));
    }

    /** Notes that it has another secret. */
    public Mono<ApiClient> rotated(Caller caller, UUID id, Instant now) {
        return changed(
                caller,
                id,
                Sql.of(ROTATE, Sql.bind(now), Sql.bind(caller.tenant().key()), Sql.bind(id)));
    }

    /** Notes whether it may come in. */
    public Mono<ApiClient> activated(Caller caller, UUID id, boolean active) {
        return changed(
                caller,
                id,
                Sql.of(ACTIVATE, Sql.bind(active), Sql.bind(caller.tenant().key()), Sql.bind(id)));
    }

    /** Forgets it. */
    public Mono<Void> remove(Caller caller, UUID id) {
        return asAdministrator(
                caller,
                session ->
                        session.execute(
                                        Sql.of(
                                                DELETE,
                                                Sql.bind(caller.tenant().key()),
                                                Sql.bind(id)))
                                .then());
    }

    /** Notes that these users were here; those who are no programs have nothing to note. */
    public Mono<Void> used(int tenant, Collection<UUID> users, Instant at) {
        return database.inTransaction(
                TenantExpectation.anyStateOf(tenant),
                session ->
                        session.execute(
                                        Sql.of(
                                                USED,
                                                Sql.bind(at),
                                                Sql.bind(tenant),
                                                Sql.bind(
                                                        SqlType.UUID_ARRAY,
                                                        users.toArray(UUID[]::new))))
                                .then());
    }

    private Mono<ApiClient> changed(Caller caller, UUID id, Sql change) {
        return asAdministrator(
                caller,
                session ->
                        session.execute(change)
                                .then(select(session, the(caller, id)))
                                .filter(found -> !found.isEmpty())
                                .map(List::getFirst)
                                .switchIfEmpty(Mono.error(ApiClientStore::unknown)));
    }

    private static Mono<List<ApiClient>> select(Session session, Sql condition) {
        return session.<ApiClient>query(Sql.of(SELECT, condition), ApiClientStore::row)
                .collectList();
    }

    private static Sql ofTenant(Caller caller) {
        return Sql.of("tenant = {}", Sql.bind(caller.tenant().key()));
    }

    private static Sql the(Caller caller, UUID id) {
        return Sql.of("{} and id = {}", ofTenant(caller), Sql.bind(id));
    }

    private static ApiClient row(Readable row) {
        return new ApiClient(
                required(row, "id", UUID.class),
                required(row, "name", String.class),
                required(row, "client_id", String.class),
                required(row, "acts_as", UUID.class),
                required(row, "active", Boolean.class),
                required(row, "created_at", Instant.class),
                required(row, "secret_since", Instant.class),
                Optional.ofNullable(row.get("last_used_at", Instant.class)));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    private static ProblemException unknown() {
        return ApiClientProblem.API_CLIENT_UNKNOWN.at("id", "There is no such API client.");
    }

    private <T> Mono<T> asAdministrator(Caller caller, Function<Session, Mono<T>> work) {
        return caller.isAdministrator()
                ? database.inTransaction(TenantExpectation.of(caller), work)
                : Mono.error(() ->
                        new ProblemException(
                                Problem.of(
                                        AccessProblem.WRITE_FORBIDDEN,
                                        "Only administrators manage API clients")));
    }
}
