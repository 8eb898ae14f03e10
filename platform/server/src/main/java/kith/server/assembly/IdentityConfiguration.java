package kith.server.assembly;

import java.time.Clock;
import kith.runtime.catalog.Catalogs;
import kith.runtime.member.MemberLookup;
import kith.runtime.registry.TenantRegistry;
import kith.runtime.sql.Database;
import kith.server.identity.AccessTokens;
import kith.server.identity.BrowserSessions;
import kith.server.identity.BrowserSignIn;
import kith.server.identity.Callers;
import kith.server.identity.OpenIdProvider;
import kith.server.identity.ProviderEndpoints;
import kith.server.identity.ProviderKeys;
import kith.server.identity.SessionReports;
import kith.server.identity.SessionStore;
import kith.server.identity.SignInListener;
import kith.server.identity.SignIns;
import kith.server.settings.IdentityAddress;
import kith.server.settings.Installation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;

/** Who signs in. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    WebClient http() {
        return WebClient.create();
    }

    @Bean
    ProviderEndpoints providerEndpoints(Installation installation) {
        return ProviderEndpoints.ofKeycloak(installation.identity().issuer());
    }

    @Bean
    OpenIdProvider openIdProvider(
            WebClient http, ProviderEndpoints endpoints, Installation installation, Clock clock) {
        return new OpenIdProvider(
                http,
                endpoints,
                installation.identity().web(),
                installation.publicUrl().resolve("/auth/callback"),
                clock);
    }

    @Bean
    ProviderKeys providerKeys(WebClient http, ProviderEndpoints endpoints, Clock clock) {
        return new ProviderKeys(http, endpoints.keys(), clock);
    }

    @Bean
    AccessTokens accessTokens(ProviderKeys keys, Installation installation, Clock clock) {
        IdentityAddress identity = installation.identity();
        return new AccessTokens(
                decoder(
                        keys,
                        AccessTokens.accessTokenRules(
                                identity.issuer().toString(), identity.audience(), clock)),
                clock);
    }

    @Bean
    BrowserSessions browserSessions(SessionStore store, OpenIdProvider provider, Clock clock) {
        return new BrowserSessions(store, provider, clock);
    }

    @Bean
    BrowserSignIn browserSignIn(
            OpenIdProvider provider,
            SessionStore store,
            BrowserSessions sessions,
            ReactiveJwtDecoder idTokens,
            AccessTokens accessTokens,
            SignInListener listener) {
        return new BrowserSignIn(provider, store, sessions, idTokens, accessTokens, listener);
    }

    @Bean
    ReactiveJwtDecoder idTokens(ProviderKeys keys, Installation installation, Clock clock) {
        IdentityAddress identity = installation.identity();
        return decoder(
                keys,
                AccessTokens.idTokenRules(
                        identity.issuer().toString(), identity.web().id(), clock));
    }

    private static ReactiveJwtDecoder decoder(ProviderKeys keys, OAuth2TokenValidator<Jwt> rules) {
        NimbusReactiveJwtDecoder decoder =
                NimbusReactiveJwtDecoder.withJwkSource(keys)
                        .jwsAlgorithm(SignatureAlgorithm.RS256)
                        .build();
        decoder.setJwtValidator(rules);
        return decoder;
    }

    @Bean
    SessionReports sessionReports(
            BrowserSessions sessions, AccessTokens tokens, TenantRegistry tenants) {
        return new SessionReports(sessions, tokens, tenants);
    }

    @Bean
    MemberLookup memberLookup(Database database, Catalogs catalogs, Clock clock) {
        return new MemberLookup(database, catalogs, clock);
    }

    @Bean
    Callers callers(
            AccessTokens tokens,
            BrowserSessions sessions,
            TenantRegistry tenants,
            MemberLookup members,
            Clock clock) {
        return new Callers(new SignIns(tokens, sessions), tenants, members, clock);
    }
}
