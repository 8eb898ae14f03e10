package kith.graphql.data;

import java.util.List;
import kith.graphql.http.GraphqlRefusal;
import kith.graphql.http.GraphqlRequest;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;
import kith.runtime.catalog.Catalogs;
import kith.runtime.read.ReadRequest;
import kith.runtime.read.ReadStatements;
import kith.runtime.read.RecordReader;
import kith.runtime.tenant.CatalogOutdatedException;
import reactor.core.publisher.Mono;

/** Binds subscriptions by the documents that {@link DataEndpoint} has. */
public final class Subscriptions {

    private final Catalogs catalogs;
    private final RecordReader reader;
    private final DocumentCache documents;
    private final OperationBinder binder;
    private final ReadStatements statements;

    Subscriptions(
            Catalogs catalogs,
            RecordReader reader,
            DocumentCache documents,
            OperationBinder binder,
            ReadStatements statements) {
        this.catalogs = catalogs;
        this.reader = reader;
        this.documents = documents;
        this.binder = binder;
        this.statements = statements;
    }

    /**
     * The subscription that a request is; empty where it is a query or a mutation, which {@link
     * DataEndpoint} answers.
     */
    public Mono<BoundSubscription> bind(Caller caller, GraphqlRequest request) {
        return catalogs.current(caller.tenant())
                .flatMap(catalog ->
                        bind(caller, catalog, request)
                                .onErrorResume(
                                        GraphqlRefusal.class,
                                        refusal -> current(caller, catalog, refusal))
                                .onErrorResume(
                                        CatalogOutdatedException.class,
                                        outdated ->
                                                bindAtLeast(
                                                        caller,
                                                        request,
                                                        outdated.actualVersion())));
    }

    /** The same subscription under a catalog of that version or a later one. */
    public Mono<BoundSubscription> bindAtLeast(
            Caller caller, GraphqlRequest request, long version) {
        return catalogs.atLeast(caller.tenant(), version)
                .flatMap(newer -> bind(caller, newer, request));
    }

    private Mono<BoundSubscription> bind(Caller caller, Catalog catalog, GraphqlRequest request) {
        return documents
                .prepared(catalog, request)
                .map(document -> Operation.of(document, request))
                .filter(Operation::isSubscription)
                .map(operation -> binder.subscription(caller, catalog, operation, statements));
    }

    /** A refusal under an outdated catalog says nothing. */
    private Mono<BoundSubscription> current(
            Caller caller, Catalog catalog, GraphqlRefusal refusal) {
        return reader.read(caller, catalog, new ReadRequest(List.of())).then(Mono.error(refusal));
    }
}
