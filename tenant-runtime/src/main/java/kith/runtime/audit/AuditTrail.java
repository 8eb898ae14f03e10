package kith.runtime.audit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit trail of tenants. Whoever adds an entry only inserts it; entries are put into the chain
 * later, many at once, so that no two wait for each other.
 */
public final class AuditTrail {

    private static final int SALT_BYTES = 16;

    private static final String ADD =
            """
            with said as (
                insert into audit_detail (tenant, entry, salt, detail) values ({}, {}, {}, {})
                returning sha256(salt || convert_to(detail::text, 'UTF8')) as digest
            )
            insert into audit_entry (tenant, id, at, kind, actor, origin, subject, digest)
            select {}, {}, {}, {}, {}, {}, {}, digest from said
            """;

    private final Database database;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public AuditTrail(Database database, Supplier<UUID> ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds an entry in a transaction of its own. */
    public Mono<Void> add(Caller caller, AuditEvent event) {
        int tenant = caller.tenant().key();
        return database.inTransaction(
                TenantExpectation.anyStateOf(tenant),
                session -> session.execute(entry(caller, event)).then());
    }

    private Sql entry(Caller caller, AuditEvent event) {
        Sql tenant = Sql.bind(caller.tenant().key());
        Sql id = Sql.bind(ids.get());
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return Sql.of(
                ADD,
                tenant,
                id,
                Sql.of("decode({}, 'hex')", Sql.bind(HexFormat.of().formatHex(salt))),
                Sql.bind(SqlType.JSON, JsonMapper.shared().writeValueAsString(event.detail())),
                tenant,
                id,
                Sql.bind(clock.instant().truncatedTo(ChronoUnit.MICROS)),
                Sql.bind(event.kind().name()),
                Sql.bind(SqlType.UUID, caller.user().orElse(null)),
                Sql.bind(caller.origin().name()),
                Sql.bind(event.subject()));
    }

    /** The newest entries first. */
    public Mono<AuditPage> page(Caller caller, AuditFilter filter) {
        return asAdministrator(
                caller,
                session ->
                        AuditSeal.seal(session, caller.tenant().key())
                                .then(new AuditList(session, caller.tenant().key()).page(filter)));
    }

    /** Reads the whole trail again and tells whether it is as it was written. */
    public Mono<AuditVerification> verify(Caller caller) {
        return asAdministrator(
                caller,
                session ->
                        AuditSeal.seal(session, caller.tenant().key())
                                .then(AuditCheck.of(session, caller.tenant().key())));
    }

    /** Puts a batch of entries into the chain; answers with how many there were. */
    public static Mono<Long> sealSome(Session session, int tenant) {
        return AuditSeal.seal(session, tenant);
    }

    private <T> Mono<T> asAdministrator(Caller caller, Function<Session, Mono<T>> work) {
        return caller.isAdministrator()
                ? database.inTransaction(TenantExpectation.of(caller), work)
                : Mono.error(() ->
                        new ProblemException(
                                Problem.of(
                                        AccessProblem.WRITE_FORBIDDEN,
                                        "Only administrators see the audit trail")));
    }
}
