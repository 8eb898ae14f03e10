package kith.server.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Verifies access tokens: signature, issuer, audience, expiry. Checking a signature costs more than
 * many a read, so a token that was found good is remembered until it expires.
 */
public final class AccessTokens {

    private static final long REMEMBERED = 20_000;
    private static final String EXPIRED = "expired";

    private final ReactiveJwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, AccessToken> verified;

    public AccessTokens(ReactiveJwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
        this.verified =
                Caffeine.newBuilder()
                        .maximumSize(REMEMBERED)
                        .expireAfter(
                                Expiry.<String, AccessToken>creating((_, token) ->
                                        Duration.between(clock.instant(), token.expiresAt())))
                        .build();
    }

    /** What the token says; fails with a problem where it is not good. */
    public Mono<AccessToken> verify(String token) {
        AccessToken known = verified.getIfPresent(token);
        if (known == null) {
            return decoder.decode(token)
                    .map(AccessTokens::claims)
                    .doOnNext(claims -> verified.put(token, claims))
                    .onErrorMap(JwtException.class, AccessTokens::refusal);
        }
        if (known.expiresAt().isAfter(clock.instant())) {
            return Mono.just(known);
        }
        verified.invalidate(token);
        return Mono.error(expired());
    }

    private static AccessToken claims(Jwt jwt) {
        Instant expiresAt = Objects.requireNonNullElse(jwt.getExpiresAt(), Instant.EPOCH);
        return TokenClaims.read(
                Objects.requireNonNull(jwt.getSubject(), "checked by accessTokenRules"),
                expiresAt,
                jwt.getClaims());
    }

    private static Throwable refusal(JwtException failure) {
        if (failure instanceof JwtValidationException validation) {
            return validation.getErrors().stream()
                            .anyMatch(error -> error.getErrorCode().equals(EXPIRED))
                    ? expired()
                    : invalid(failure);
        }
        return failure instanceof BadJwtException
                ? invalid(failure)
                : IdentityProblem.IDENTITY_PROVIDER_UNAVAILABLE.because(
                        "The keys of the identity provider cannot be read.", failure);
    }

    private static Throwable expired() {
        return IdentityProblem.TOKEN_EXPIRED.because(
                "The access token has expired.", "Ask the issuer for a new one.");
    }

    private static Throwable invalid(JwtException failure) {
        return IdentityProblem.TOKEN_INVALID.because(
                "The access token is not one for this server.", failure);
    }

    /** What a token must say to be an access token for this server at this moment. */
    public static OAuth2TokenValidator<Jwt> accessTokenRules(
            String issuer, String audience, Clock clock) {
        return jwt -> {
            List<String> audiences = Objects.requireNonNullElse(jwt.getAudience(), List.of());
            if (!issuer.equals(jwt.getClaimAsString("iss")) || !audiences.contains(audience)) {
                return failed("other_audience");
            }
            // Keycloak's ID and refresh tokens say so; they prove nothing to an API.
            String type = jwt.getClaimAsString("typ");
            if (jwt.getSubject() == null || (type != null && !type.equals("Bearer"))) {
                return failed("other_type");
            }
            Instant expiresAt = jwt.getExpiresAt();
            if (expiresAt == null || !expiresAt.isAfter(clock.instant())) {
                return failed(EXPIRED);
            }
            Instant notBefore = jwt.getNotBefore();
            return notBefore != null && notBefore.isAfter(clock.instant().plusSeconds(60))
                    ? failed("not_yet_valid")
                    : OAuth2TokenValidatorResult.success();
        };
    }

    /** What an ID token must say to prove a sign-in at the client at this moment. */
    public static OAuth2TokenValidator<Jwt> idTokenRules(
            String issuer, String client, Clock clock) {
        return jwt -> {
            List<String> audiences = Objects.requireNonNullElse(jwt.getAudience(), List.of());
            if (!issuer.equals(jwt.getClaimAsString("iss")) || !audiences.contains(client)) {
                return failed("other_audience");
            }
            Instant expiresAt = jwt.getExpiresAt();
            return expiresAt != null && expiresAt.isAfter(clock.instant())
                    ? OAuth2TokenValidatorResult.success()
                    : failed(EXPIRED);
        };
    }

    private static OAuth2TokenValidatorResult failed(String code) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(code));
    }
}
