package kith.runtime.read;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.member.MemberCondition;
import kith.runtime.member.Visitor;
import kith.runtime.sql.Database;
import kith.runtime.sql.RenderedSql;
import kith.runtime.sql.Sql;
import kith.runtime.sql.StatementTemplate;
import kith.runtime.sql.TenantExpectation;
import reactor.core.publisher.Mono;

/**
 * Plans, renders and runs: one statement, whose JSON is passed on as it comes. It may run as long
 * as its {@link ReadEffort} deserves.
 */
public final class PostgresRecordReader implements RecordReader {

    /** In the place of a user where the platform reads. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Database database;
    private final Access access;
    private final ReadStatements statements;
    private final SharedTexts texts = new SharedTexts();

    public PostgresRecordReader(Database database, Access access) {
        this.database = database;
        this.access = access;
        this.statements = new ReadStatements(access);
    }

    @Override
    public Mono<byte[]> read(Caller caller, Catalog catalog, ReadRequest request) {
        return Mono.defer(() ->
                database.read(
                        TenantExpectation.of(caller, catalog),
                        statements.answer(caller, catalog, request),
                        ReadEffort.of(request).longest()));
    }

    @Override
    public String planKey(Caller caller) {
        return access.readKey(caller) + "/" + TenantExpectation.of(caller).mustBeActive();
    }

    @Override
    public Optional<ReadTemplate> template(
            Caller caller, Catalog catalog, ReadTemplate.Trial one, ReadTemplate.Trial other) {
        Sql first = reading(caller, catalog, one);
        Sql second = reading(caller, catalog, other);
        return between(one, first.render(), other, second.render())
                .flatMap(named ->
                        between(one, first.renderNameless(), other, second.renderNameless())
                                .map(nameless -> texts.better(named, nameless)))
                .map(statement ->
                        new ReadTemplate(statement, ReadEffort.of(one.request()).longest()));
    }

    private Sql reading(Caller caller, Catalog catalog, ReadTemplate.Trial trial) {
        TenantExpectation expected =
                new TenantExpectation(
                        trial.tenant(),
                        OptionalLong.of(trial.catalogVersion()),
                        TenantExpectation.of(caller).mustBeActive());
        return Database.wholeReading(
                expected,
                statements.answer(
                        caller.as(trial.user()), trial.tenant(), catalog, trial.request()));
    }

    private static Optional<StatementTemplate> between(
            ReadTemplate.Trial one,
            RenderedSql first,
            ReadTemplate.Trial other,
            RenderedSql second) {
        return StatementTemplate.between(
                new StatementTemplate.Trial(first, one.given()),
                new StatementTemplate.Trial(second, other.given()));
    }

    @Override
    public Optional<Mono<byte[]>> read(
            Visitor visitor, Catalog catalog, ReadTemplate template, ReadTemplate.Given given) {
        TenantExpectation expected = TenantExpectation.of(visitor.caller(), catalog);
        UUID user = visitor.caller().user().orElse(NOBODY);
        return template.statement(expected.tenant(), user, catalog.version(), given)
                .map(statement -> ifStill(visitor, expected, statement))
                .map(statement -> database.read(expected, statement, template.longest()));
    }

    private static RenderedSql ifStill(
            Visitor visitor, TenantExpectation expected, RenderedSql statement) {
        return switch (visitor) {
            case Visitor.Known _ -> statement;
            case Visitor.Remembered remembered ->
                    Database.onlyIf(expected, statement, MemberCondition.of(remembered));
        };
    }
}
