package kith.server.keycloak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kith.server.settings.IdentityAddress;
import kith.server.tenant.ProgramDirectory;
import org.keycloak.representations.idm.AbstractUserRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import reactor.core.publisher.Mono;

/** Confidential clients with service accounts, whose tokens name their tenant. */
public final class KeycloakPrograms implements ProgramDirectory, AutoCloseable {

    private static final int PAGE = 100;
    private static final String OPENID = "openid-connect";

    private final KeycloakAdmin admin;
    private final String audience;

    public KeycloakPrograms(IdentityAddress address) {
        this.admin = KeycloakAdmin.asClient(address.issuer(), address.admin());
        this.audience = address.audience();
    }

    @Override
    public Mono<String> admit(String slug, Program program) {
        return admin.change("make a client", realm -> realm.clients().create(client(slug, program)))
                .map(answer -> answer.requireSuccess().madeId())
                .flatMap(id ->
                        admin.find(
                                "read a service account",
                                realm -> realm.clients().get(id).getServiceAccountUser()))
                .map(AbstractUserRepresentation::getId);
    }

    private ClientRepresentation client(String slug, Program program) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(program.clientId());
        client.setName(program.name());
        client.setSecret(program.secret());
        client.setProtocol(OPENID);
        client.setEnabled(true);
        client.setPublicClient(false);
        client.setServiceAccountsEnabled(true);
        client.setStandardFlowEnabled(false);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setFullScopeAllowed(false);
        client.setDefaultClientScopes(List.of("basic"));
        client.setOptionalClientScopes(List.of());
        client.setProtocolMappers(List.of(audienceMapper(), tenantMapper(slug)));
        return client;
    }

    private ProtocolMapperRepresentation audienceMapper() {
        return mapper(
                "audience of kith",
                "oidc-audience-mapper",
                Map.of("included.custom.audience", audience));
    }

    /** Service accounts are members of no organization; the claim is what members' tokens have. */
    private static ProtocolMapperRepresentation tenantMapper(String slug) {
        return mapper(
                "tenant",
                "oidc-hardcoded-claim-mapper",
                Map.of(
                        "claim.name",
                        "organization",
                        "claim.value",
                        slug,
                        "jsonType.label",
                        "String"));
    }

    private static ProtocolMapperRepresentation mapper(
            String name, String kind, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("access.token.claim", "true");
        all.put("id.token.claim", "false");
        all.put("userinfo.token.claim", "false");
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(name);
        mapper.setProtocol(OPENID);
        mapper.setProtocolMapper(kind);
        mapper.setConfig(all);
        return mapper;
    }

    @Override
    public Mono<Void> replaceSecret(String clientId, String secret) {
        return found(clientId).flatMap(client -> update(client, each -> each.setSecret(secret)));
    }

    @Override
    public Mono<Void> enable(String clientId, boolean isEnabled) {
        return found(clientId)
                .flatMap(client -> update(client, each -> each.setEnabled(isEnabled)));
    }

    private Mono<Void> update(ClientRepresentation client, Consumer<ClientRepresentation> change) {
        change.accept(client);
        return admin.order(
                        "change a client",
                        realm -> realm.clients().get(client.getId()).update(client))
                .doOnNext(KeycloakAnswer::requireSuccess)
                .then();
    }

    @Override
    public Mono<Void> dismiss(String clientId) {
        return found(clientId).flatMap(this::remove).then();
    }

    @Override
    public Mono<Long> dismissAll(String slug) {
        return removeSome(slug)
                .expand(removed -> removed == 0 ? Mono.empty() : removeSome(slug))
                .reduce(0L, Long::sum);
    }

    /** Always of the first page: what was on it is gone by the time it is read again. */
    private Mono<Long> removeSome(String slug) {
        String prefix = ProgramDirectory.prefix(slug);
        return admin.find(
                        "search clients",
                        realm -> realm.clients().findAll(prefix, false, true, 0, PAGE))
                .flatMapIterable(clients -> clients)
                .filter(client -> client.getClientId().startsWith(prefix))
                .concatMap(client -> remove(client).thenReturn(1L))
                .reduce(0L, Long::sum);
    }

    private Mono<KeycloakAnswer> remove(ClientRepresentation client) {
        return admin.order("remove a client", realm -> realm.clients().get(client.getId()).remove())
                .doOnNext(answer -> {
                    if (!answer.isNotFound()) {
                        answer.requireSuccess();
                    }
                });
    }

    private Mono<ClientRepresentation> found(String clientId) {
        return admin.find("search clients", realm -> realm.clients().findByClientId(clientId))
                .flatMapIterable(clients -> clients)
                .next();
    }

    @Override
    public void close() {
        admin.close();
    }
}
