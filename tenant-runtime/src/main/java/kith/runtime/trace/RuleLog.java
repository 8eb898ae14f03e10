package kith.runtime.trace;

import java.util.UUID;
import java.util.function.Function;
import kith.metadata.permission.UserFunction;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.AccessProblem;
import kith.runtime.access.Caller;
import kith.runtime.sql.Database;
import kith.runtime.sql.Session;
import kith.runtime.sql.TenantExpectation;
import reactor.core.publisher.Mono;

/** The debug log of a tenant, for its administrators. */
public final class RuleLog {

    private final Database database;
    private final RuleLogSettings settings;

    /**
     * @param keeper what this node knows of the settings; a change takes effect there at once
     */
    public RuleLog(Database database, RunKeeper keeper) {
        this.database = database;
        this.settings = keeper.settings();
    }

    /** What is kept. */
    public Mono<RuleLogSetting> setting(Caller caller) {
        return asAuditor(caller, session -> settings.read(session, caller.tenant().key()));
    }

    /** Keeps other runs, or keeps them for another time, from now on. */
    public Mono<RuleLogSetting> change(Caller caller, RuleLogSetting setting) {
        int tenant = caller.tenant().key();
        return asAuditor(caller, session -> settings.change(session, tenant, setting))
                .doOnNext(changed -> settings.heard(tenant, changed.level()));
    }

    /** The newest runs first. */
    public Mono<RunPage> page(Caller caller, RunFilter filter) {
        return asAuditor(
                caller, session -> new RunList(session, caller.tenant().key()).page(filter));
    }

    /** One run. */
    public Mono<LoggedRun> find(Caller caller, UUID id) {
        return asAuditor(
                caller,
                session ->
                        new RunList(session, caller.tenant().key())
                                .find(id)
                                .switchIfEmpty(Mono.error(RuleLog::unknown)));
    }

    private static ProblemException unknown() {
        return new ProblemException(
                Problem.of(TraceProblem.RUN_UNKNOWN, "There is no such run in the debug log")
                        .at("id")
                        .hint("It may have been kept for its time."));
    }

    private <T> Mono<T> asAuditor(Caller caller, Function<Session, Mono<T>> work) {
        return caller.rights().has(UserFunction.VIEW_AUDIT)
                ? database.inTransaction(TenantExpectation.of(caller), work)
                : Mono.error(() ->
                        new ProblemException(
                                Problem.of(
                                        AccessProblem.WRITE_FORBIDDEN,
                                        "Only administrators see the debug log of rules")));
    }
}
