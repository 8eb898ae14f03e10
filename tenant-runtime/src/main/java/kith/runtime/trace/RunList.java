package kith.runtime.trace;

import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reads the runs of a tenant. */
record RunList(Session session, int tenant) {

    /** Users never have a table of their own, so their names lie in the shared one. */
    private static final String PAGE =
            """
            select r.id, r.at, r.actor, u.name as actor_name, r.origin, r.operation, r.outcome, r.steps,
                r.fuel, r.micros, r.message, r.detail::text as detail
            from rule_run r
            left join record u on u.tenant = r.tenant and u.id = r.actor
            where {}
            order by r.at desc, r.id desc limit {}
            """;

    Mono<RunPage> page(RunFilter filter) {
        List<Sql> conditions = new ArrayList<>();
        conditions.add(ofTenant());
        filter.rule()
                .ifPresent(rule -> conditions.add(Sql.of("{} = any(r.rules)", Sql.bind(rule))));
        filter.outcome()
                .ifPresent(outcome ->
                        conditions.add(Sql.of("r.outcome = {}", Sql.bind(outcome.name()))));
        filter.from().ifPresent(from -> conditions.add(Sql.of("r.at >= {}", Sql.bind(from))));
        filter.until().ifPresent(until -> conditions.add(Sql.of("r.at < {}", Sql.bind(until))));
        filter.after()
                .map(RunPosition::of)
                .ifPresent(last ->
                        conditions.add(
                                Sql.of(
                                        "(r.at, r.id) < ({}, {})",
                                        Sql.bind(last.at()),
                                        Sql.bind(last.id()))));
        return rows(conditions, filter.first() + 1).map(found -> page(found, filter.first()));
    }

    /** Empty where there is none. */
    Mono<LoggedRun> find(UUID id) {
        return rows(List.of(ofTenant(), Sql.of("r.id = {}", Sql.bind(id))), 1)
                .flatMap(found -> found.isEmpty() ? Mono.empty() : Mono.just(found.getFirst()));
    }

    private Sql ofTenant() {
        return Sql.of("r.tenant = {}", Sql.bind(tenant));
    }

    private static RunPage page(List<LoggedRun> found, int first) {
        if (found.size() <= first) {
            return new RunPage(found, Optional.empty());
        }
        List<LoggedRun> shown = found.subList(0, first);
        LoggedRun last = shown.getLast();
        return new RunPage(shown, Optional.of(new RunPosition(last.at(), last.id()).cursor()));
    }

    private Mono<List<LoggedRun>> rows(List<Sql> conditions, int limit) {
        return session.<LoggedRun>query(
                        Sql.of(
                                PAGE,
                                Sql.join(" and ", conditions),
                                Sql.bind(SqlType.INTEGER, limit)),
                        RunList::row)
                .collectList();
    }

    private static LoggedRun row(Readable row) {
        RunDetail detail = JsonMapper.shared().readValue(text(row, "detail"), RunDetail.class);
        return new LoggedRun(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("at", OffsetDateTime.class)).toInstant(),
                Optional.ofNullable(row.get("actor", UUID.class))
                        .map(user ->
                                new LoggedRun.User(
                                        user,
                                        Optional.ofNullable(row.get("actor_name", String.class)))),
                text(row, "origin"),
                text(row, "operation"),
                RunOutcome.valueOf(text(row, "outcome")),
                detail.steps().stream().map(RunDetail.Step::rule).distinct().toList(),
                Objects.requireNonNull(row.get("steps", Integer.class)),
                Objects.requireNonNull(row.get("fuel", Long.class)),
                Objects.requireNonNull(row.get("micros", Long.class)),
                Optional.ofNullable(row.get("message", String.class)),
                detail);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
