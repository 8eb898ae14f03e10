package kith.server.user;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;
import kith.runtime.catalog.Catalogs;
import kith.runtime.read.Predicate;
import kith.runtime.read.RecordReader;
import kith.runtime.tenant.CatalogOutdatedException;
import kith.runtime.tenant.Tenant;
import kith.runtime.write.RecordWriter;
import kith.server.tenant.NewAccount;
import kith.server.tenant.UserRecords;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes users by the same ways as everybody does with records. */
public final class RecordUsers implements UserRecords {

    private static final JsonMapper JSON = new JsonMapper();

    private final Catalogs catalogs;
    private final RecordReader reader;
    private final RecordWriter writer;

    public RecordUsers(Catalogs catalogs, RecordReader reader, RecordWriter writer) {
        this.catalogs = catalogs;
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public Mono<List<NewAccount>> withoutAccount(Tenant tenant) {
        return list(tenant, user -> new Predicate.Missing(user.identity()))
                .map(users -> users.valueStream().map(RecordUsers::person).toList());
    }

    private static NewAccount person(JsonNode user) {
        return new NewAccount(
                user.path("email").asString(),
                user.path("firstName").asString(""),
                user.path("lastName").asString(""),
                Optional.empty());
    }

    private Mono<JsonNode> list(Tenant tenant, Function<UserFields, Predicate> filter) {
        Caller platform = Caller.platform(tenant);
        return withCatalog(
                        tenant,
                        catalog -> {
                            UserFields user = UserFields.of(catalog);
                            return reader.read(
                                    platform, catalog, UserRequests.page(user, filter.apply(user)));
                        })
                .map(answer -> JSON.readTree(answer).path(UserRequests.USERS).path("nodes"));
    }

    @Override
    public Mono<Void> tie(
            Tenant tenant, NewAccount person, String identity, boolean isAdministrator) {
        Caller platform = Caller.platform(tenant);
        return withCatalog(
                        tenant,
                        catalog ->
                                writer.write(
                                        platform,
                                        catalog,
                                        UserRequests.upsert(
                                                UserFields.of(catalog),
                                                person,
                                                identity,
                                                isAdministrator)))
                .then();
    }

    @Override
    public Mono<UUID> withIdentity(Tenant tenant, String identity) {
        return list(
                        tenant,
                        user ->
                                new Predicate.Compare(
                                        user.identity(), Predicate.Operator.EQ, identity))
                .map(users -> UUID.fromString(users.path(0).path("id").asString()));
    }

    @Override
    public Mono<Void> activate(Tenant tenant, UUID id, boolean isActive) {
        return withCatalog(
                        tenant,
                        catalog ->
                                writer.write(
                                        Caller.platform(tenant),
                                        catalog,
                                        UserRequests.activate(
                                                UserFields.of(catalog), id, isActive)))
                .then();
    }

    /** A catalog that turned out to be outdated is fetched anew, once. */
    private Mono<byte[]> withCatalog(Tenant tenant, Function<Catalog, Mono<byte[]>> work) {
        return catalogs.current(tenant)
                .flatMap(work)
                .onErrorResume(
                        CatalogOutdatedException.class,
                        outdated ->
                                catalogs.atLeast(tenant, outdated.actualVersion()).flatMap(work));
    }
}
