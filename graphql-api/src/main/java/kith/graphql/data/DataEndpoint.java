package kith.graphql.data;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kith.graphql.GraphqlProblem;
import kith.graphql.http.GraphqlAnswer;
import kith.graphql.http.GraphqlExchange;
import kith.graphql.http.GraphqlHttpRequest;
import kith.graphql.http.GraphqlRefusal;
import kith.graphql.http.GraphqlRequest;
import kith.graphql.http.IdempotencyKey;
import kith.metadata.catalog.Catalog;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.catalog.Catalogs;
import kith.runtime.member.Visitor;
import kith.runtime.read.ReadRequest;
import kith.runtime.read.ReadStatements;
import kith.runtime.read.RecordReader;
import kith.runtime.sql.ConditionUnmetException;
import kith.runtime.tenant.CatalogOutdatedException;
import kith.runtime.tenant.TenantProblem;
import kith.runtime.write.OnlyOnce;
import kith.runtime.write.RecordWriter;
import kith.runtime.write.WriteRequest;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * {@code /graphql}: the tenant's records. A query is one read, a mutation one write; their bytes
 * are the answer.
 */
public final class DataEndpoint {

    private static final int ATTEMPTS = 3;
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final Catalogs catalogs;
    private final RecordReader reader;
    private final RecordWriter writer;
    private final DocumentCache documents;
    private final OperationBinder binder;
    private final CompiledQueries compiled;
    private final CostMeter meter;

    /** One that nobody's budget bounds. */
    public DataEndpoint(
            Catalogs catalogs,
            RecordReader reader,
            RecordWriter writer,
            Limits limits,
            Clock clock) {
        this(catalogs, reader, writer, limits, clock, CostMeter.NONE);
    }

    public DataEndpoint(
            Catalogs catalogs,
            RecordReader reader,
            RecordWriter writer,
            Limits limits,
            Clock clock,
            CostMeter meter) {
        this.catalogs = catalogs;
        this.reader = reader;
        this.writer = writer;
        this.documents = new DocumentCache();
        this.binder = new OperationBinder(limits, clock);
        this.compiled = new CompiledQueries(reader, binder);
        this.meter = meter;
    }

    /** The subscriptions on this endpoint's documents. */
    public Subscriptions subscriptions(ReadStatements statements) {
        return new Subscriptions(catalogs, reader, documents, binder, statements);
    }

    /** Answers a request; never fails. */
    public Mono<GraphqlAnswer> handle(Caller caller, GraphqlHttpRequest request) {
        return GraphqlExchange.answer(
                request, caller.tenant().slug(), parsed -> execute(caller, parsed));
    }

    /** Answers a request of whoever may come in; never fails. */
    public Mono<GraphqlAnswer> handle(Visitor visitor, GraphqlHttpRequest request) {
        return GraphqlExchange.answer(
                request,
                visitor.caller().tenant().slug(),
                parsed ->
                        switch (visitor) {
                            case Visitor.Known(Caller caller) -> execute(caller, parsed);
                            case Visitor.Remembered remembered -> execute(remembered, parsed);
                        });
    }

    /**
     * The statement of a compiled query finds out by itself whether the caller is still as
     * remembered; for everything else, and wherever something is not as expected, the caller is
     * looked up first.
     */
    private Mono<List<byte[]>> execute(Visitor.Remembered visitor, GraphqlRequest request) {
        Mono<List<byte[]>> lookedUp =
                Mono.defer(visitor.standing()::current).flatMap(caller -> execute(caller, request));
        return catalogs.current(visitor.caller().tenant())
                .flatMap(catalog ->
                        compiled.find(visitor.caller(), catalog, request)
                                .flatMap(use -> carryOut(visitor, catalog, use))
                                .map(answer ->
                                        answer.doOnNext(_ -> visitor.standing().confirm())
                                                .onErrorResume(
                                                        DataEndpoint::isUnexpected, _ -> lookedUp))
                                .orElse(lookedUp));
    }

    private static boolean isUnexpected(Throwable failure) {
        return failure instanceof ConditionUnmetException
                || failure instanceof CatalogOutdatedException
                || (failure instanceof ProblemException refusal
                        && refusal.problems().getFirst().code() instanceof TenantProblem);
    }

    private Mono<List<byte[]>> execute(Caller caller, GraphqlRequest request) {
        Optional<Problem> refusal = caller.tenant().status().refusal();
        if (refusal.isPresent()) {
            return Mono.error(new ProblemException(refusal.get()));
        }
        return catalogs.current(caller.tenant())
                .flatMap(catalog -> attempt(caller, catalog, request, 1));
    }

    /** Carries the request out under a catalog, and again under the one that proves to be newer. */
    private Mono<List<byte[]>> attempt(
            Caller caller, Catalog catalog, GraphqlRequest request, int number) {
        return compiled.find(caller, catalog, request)
                .flatMap(use -> carryOut(new Visitor.Known(caller), catalog, use))
                .orElseGet(() -> inFull(caller, catalog, request))
                .onErrorResume(
                        GraphqlRefusal.class, refusal -> refused(caller, catalog, request, refusal))
                .onErrorResume(
                        CatalogOutdatedException.class,
                        outdated ->
                                number >= ATTEMPTS
                                        ? Mono.error(changing())
                                        : catalogs.atLeast(
                                                        caller.tenant(), outdated.actualVersion())
                                                .flatMap(newer ->
                                                        attempt(
                                                                caller,
                                                                newer,
                                                                request,
                                                                number + 1)));
    }

    private Optional<Mono<List<byte[]>>> carryOut(
            Visitor visitor, Catalog catalog, CompiledQuery.Use use) {
        return reader.read(visitor, catalog, use.template(), use.given())
                .map(answer ->
                        answer.map(records ->
                                use.answer(records, meter.spend(visitor.caller(), use.cost()))));
    }

    private Mono<List<byte[]>> inFull(Caller caller, Catalog catalog, GraphqlRequest request) {
        return documents
                .prepared(catalog, request)
                .flatMap(document ->
                        inFull(caller, catalog, document, request)
                                .onErrorResume(
                                        GraphqlRefusal.class,
                                        refusal ->
                                                document.isOfPart()
                                                        ? asWhole(caller, catalog, request)
                                                        : Mono.error(refusal)));
    }

    /** What a part of the schema refuses, the whole may know better, and say why. */
    private Mono<List<byte[]>> asWhole(Caller caller, Catalog catalog, GraphqlRequest request) {
        return documents
                .whole(catalog, request.query())
                .flatMap(document -> inFull(caller, catalog, document, request));
    }

    private Mono<List<byte[]>> inFull(
            Caller caller, Catalog catalog, PreparedDocument document, GraphqlRequest request) {
        return Mono.defer(() ->
                carryOut(caller, catalog, document, request)
                        .doOnSubscribe(_ -> compiled.learn(caller, catalog, document, request)));
    }

    private Mono<List<byte[]>> carryOut(
            Caller caller, Catalog catalog, PreparedDocument document, GraphqlRequest request) {
        Operation operation = binder.operation(document, request);
        BoundOperation bound = binder.bind(caller, catalog, operation);
        AnswerBody body = new AnswerBody(operation, bound, binder.limits().cost());
        return switch (bound) {
            case BoundOperation.Query query ->
                    chunks(records(caller, catalog, query), caller, body);
            case BoundOperation.Mutation(var write, var _, var _) ->
                    write.steps().isEmpty()
                            ? chunks(Mono.just(NOTHING), caller, body)
                            : written(caller, catalog, write, request.idempotencyKey(), body);
        };
    }

    private Mono<byte[]> records(Caller caller, Catalog catalog, BoundOperation.Query query) {
        return query.request().roots().isEmpty() && !query.layout().hasIntrospection()
                ? Mono.just(NOTHING)
                : reader.read(caller, catalog, query.request());
    }

    private Mono<List<byte[]>> written(
            Caller caller,
            Catalog catalog,
            WriteRequest write,
            Optional<IdempotencyKey> key,
            AnswerBody body) {
        return key.isEmpty()
                ? chunks(writer.write(caller, catalog, write), caller, body)
                : writer.writeOnce(caller, catalog, write, onlyOnce(key.get(), body::whole))
                        .doOnNext(_ -> meter.spend(caller, body.cost()))
                        .map(List::of);
    }

    /** Introspection computes; that is no work for the connection's thread. */
    private Mono<List<byte[]>> chunks(Mono<byte[]> records, Caller caller, AnswerBody body) {
        Mono<byte[]> ready =
                body.bound().layout().hasIntrospection()
                        ? records.publishOn(Schedulers.boundedElastic())
                        : records;
        return ready.map(bytes -> body.chunks(bytes, meter.spend(caller, body.cost())));
    }

    /**
     * A refused request may be the repetition of one that the catalog allowed when it came first;
     * and it may be refused under a catalog that is outdated.
     */
    private Mono<List<byte[]>> refused(
            Caller caller, Catalog catalog, GraphqlRequest request, GraphqlRefusal refusal) {
        return Mono.justOrEmpty(request.idempotencyKey())
                .flatMap(key -> writer.firstAnswer(caller, onlyOnce(key, UnaryOperator.identity())))
                .map(List::of)
                .switchIfEmpty(current(caller, catalog).then(Mono.error(refusal)));
    }

    private static OnlyOnce onlyOnce(IdempotencyKey key, UnaryOperator<byte[]> answer) {
        return new OnlyOnce(key.key(), key.content(), answer);
    }

    /** A read of nothing, which finds out whether the catalog is outdated. */
    private Mono<Void> current(Caller caller, Catalog catalog) {
        return reader.read(caller, catalog, new ReadRequest(List.of())).then();
    }

    private static ProblemException changing() {
        return new ProblemException(
                Problem.of(
                                GraphqlProblem.CATALOG_CHANGING,
                                "The metadata is being changed again and again")
                        .hint("Try again"));
    }
}
