package kith.bench.tenant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An identity provider that knows one account, a member of every company: enough of OpenID Connect
 * for the server to verify its tokens, so that no account has to be made ten thousand times.
 */
final class OwnIssuer implements AutoCloseable {

    /** The account. */
    static final String SUBJECT = "5b0c6f1e-0d3c-4a55-9d8e-2f6b0f1a7c01";

    /** As addresses of Keycloak's realms end. */
    private static final String REALM = "/realms/bench";

    private static final String AUDIENCE = "kith";
    private static final String KEY = "bench";
    private static final Duration VALID = Duration.ofHours(6);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final HttpServer server;
    private final KeyPair keys;

    private OwnIssuer(HttpServer server, KeyPair keys) {
        this.server = server;
        this.keys = keys;
    }

    static OwnIssuer start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
            OwnIssuer issuer = new OwnIssuer(server, generator.generateKeyPair());
            server.createContext(
                    REALM + "/.well-known/openid-configuration",
                    exchange -> answer(exchange, Map.of("issuer", issuer.address())));
            server.createContext(
                    REALM + "/protocol/openid-connect/certs",
                    exchange -> answer(exchange, Map.of("keys", List.of(issuer.publicKey()))));
            server.start();
            return issuer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has RSA", impossible);
        }
    }

    /** The words by which the server is told of it. */
    Map<String, String> settings() {
        return Map.of(
                "KITH_ISSUER",
                address(),
                "KITH_IDENTITY_CLIENT_ID",
                "bench",
                "KITH_IDENTITY_CLIENT_SECRET",
                "bench");
    }

    /** An access token of the account within a company. */
    String token(String slug) {
        String content =
                encoded(Map.of("alg", "RS256", "typ", "JWT", "kid", KEY))
                        + "."
                        + encoded(
                                Map.of(
                                        "iss",
                                        address(),
                                        "sub",
                                        SUBJECT,
                                        "aud",
                                        AUDIENCE,
                                        "typ",
                                        "Bearer",
                                        "exp",
                                        Instant.now().plus(VALID).getEpochSecond(),
                                        "organization",
                                        List.of(slug)));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has RSA", impossible);
        }
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + REALM;
    }

    private Map<String, String> publicKey() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "kid",
                KEY,
                "alg",
                "RS256",
                "use",
                "sig",
                "n",
                encoded(key.getModulus()),
                "e",
                encoded(key.getPublicExponent()));
    }

    private static String encoded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static String encoded(Map<String, Object> json) {
        return BASE64.encodeToString(JSON.writeValueAsBytes(json));
    }

    private static void answer(HttpExchange exchange, Map<String, ?> json) throws IOException {
        byte[] body = JSON.writeValueAsBytes(json);
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
