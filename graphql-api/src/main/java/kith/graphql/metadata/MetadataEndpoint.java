package kith.graphql.metadata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import kith.graphql.audit.AuditFields;
import kith.graphql.client.ApiClientFields;
import kith.graphql.client.ApiClients;
import kith.graphql.http.GraphqlAnswer;
import kith.graphql.http.GraphqlHttpRequest;
import kith.graphql.job.JobArguments;
import kith.graphql.job.JobConnection;
import kith.graphql.sdl.SdlEndpoint;
import kith.graphql.sdl.SdlWiring;
import kith.graphql.share.ShareFields;
import kith.graphql.share.Sharing;
import kith.graphql.trace.Insight;
import kith.graphql.trace.InsightFields;
import kith.runtime.access.Caller;
import kith.runtime.audit.AuditTrail;
import kith.runtime.catalog.CatalogChanges;
import kith.runtime.catalog.Catalogs;
import kith.runtime.job.Jobs;
import kith.runtime.member.AccessExplanations;
import kith.runtime.read.RecordReader;
import reactor.core.publisher.Mono;

/**
 * {@code /graphql/metadata}: the tenant's data dictionary. Members read it; the way of changes
 * refuses all but administrators.
 */
public final class MetadataEndpoint {

    private static final String SCHEMA = "/kith/graphql/metadata.graphqls";

    private final SdlEndpoint<Caller> endpoint;

    public MetadataEndpoint(
            Catalogs catalogs,
            CatalogChanges changes,
            RecordReader reader,
            Jobs jobs,
            Insight insight,
            ApiClients clients,
            Sharing sharing,
            AccessExplanations explanations,
            AuditTrail trail) {
        FreshCatalogs fresh = new FreshCatalogs(catalogs, reader);
        SdlWiring<Caller> wiring = new SdlWiring<>();
        wire(wiring, new MetadataQueries(fresh, changes, explanations));
        wire(wiring, new MetadataMutations(fresh, changes));
        wire(wiring, jobs);
        InsightFields.wire(wiring, insight, fresh::of);
        ApiClientFields.wire(wiring, clients);
        ShareFields.wire(wiring, sharing, fresh::of);
        AuditFields.wire(wiring, trail);
        wiring.field(
                "Catalog",
                "object",
                CatalogInfo.class,
                (catalog, arguments) -> catalog.object(arguments.text("name")));
        this.endpoint = new SdlEndpoint<>(sdl(), wiring);
    }

    /** Answers a request; never fails. */
    public Mono<GraphqlAnswer> handle(Caller caller, GraphqlHttpRequest request) {
        return endpoint.handle(caller, caller.tenant().slug(), request);
    }

    private static void wire(SdlWiring<Caller> wiring, MetadataQueries queries) {
        wiring.query("catalog", (caller, _) -> queries.catalog(caller))
                .query("components", queries::components)
                .query(
                        "permissionSets",
                        (caller, _) -> Mono.defer(() -> queries.permissionSets(caller)))
                .query(
                        "access",
                        (caller, arguments) -> Mono.defer(() -> queries.access(caller, arguments)))
                .query("history", queries::history)
                .query("dependents", queries::dependents)
                .query("expression", queries::expression);
    }

    private static void wire(SdlWiring<Caller> wiring, MetadataMutations mutations) {
        InputDocument object = InputDocument.OBJECT;
        InputDocument field = InputDocument.FIELD;
        InputDocument rule = InputDocument.RULE;
        InputDocument validation = InputDocument.VALIDATION;
        wiring.mutation("createObject", (caller, in) -> mutations.create(object, caller, in))
                .mutation("updateObject", (caller, in) -> mutations.update(object, caller, in))
                .mutation("renameObject", (caller, in) -> mutations.rename(object, caller, in))
                .mutation("deleteObject", (caller, in) -> mutations.delete(object, caller, in))
                .mutation("createField", (caller, in) -> mutations.create(field, caller, in))
                .mutation("updateField", (caller, in) -> mutations.update(field, caller, in))
                .mutation("renameField", (caller, in) -> mutations.rename(field, caller, in))
                .mutation("deleteField", (caller, in) -> mutations.delete(field, caller, in))
                .mutation("createRule", mutations::createRule)
                .mutation("updateRule", mutations::updateRule)
                .mutation("deleteRule", (caller, in) -> mutations.delete(rule, caller, in))
                .mutation("checkRule", mutations::checkRule)
                .mutation(
                        "createValidation",
                        (caller, in) -> mutations.create(validation, caller, in))
                .mutation(
                        "updateValidation",
                        (caller, in) -> mutations.update(validation, caller, in))
                .mutation(
                        "deleteValidation",
                        (caller, in) -> mutations.delete(validation, caller, in))
                .mutation("applyMetadata", mutations::applyMetadata)
                .mutation("rollback", mutations::rollback);
    }

    private static void wire(SdlWiring<Caller> wiring, Jobs jobs) {
        wiring.query(
                        "jobs",
                        (caller, arguments) ->
                                Mono.defer(() -> jobs.page(caller, JobArguments.filter(arguments)))
                                        .map(JobConnection::of))
                .mutation(
                        "cancelJob",
                        (caller, arguments) ->
                                Mono.defer(() -> jobs.cancel(caller, JobArguments.id(arguments))));
    }

    private static String sdl() {
        try (var stream =
                Objects.requireNonNull(MetadataEndpoint.class.getResourceAsStream(SCHEMA))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
