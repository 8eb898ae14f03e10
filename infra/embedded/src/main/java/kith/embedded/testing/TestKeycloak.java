package kith.embedded.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Keycloak of a test run; each test module imports a realm of its own, under its own name. */
public record TestKeycloak(URI baseUrl, String adminUser, String adminPassword) {

    private static final Pattern ACCESS_TOKEN =
            Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(1);
    private static final int CREATED = 201;

    public URI issuer(String realm) {
        return URI.create(baseUrl + "/realms/" + realm);
    }

    /**
     * Makes the realm that the JSON describes, in Keycloak's export format without placeholders.
     */
    public void importRealm(String realmJson) {
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(URI.create(baseUrl + "/admin/realms"))
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer " + adminToken())
                                .POST(BodyPublishers.ofString(realmJson)));
        if (answer.statusCode() != CREATED) {
            throw new IllegalStateException(
                    "the realm was refused: " + answer.statusCode() + " " + answer.body());
        }
    }

    /** A token of the administrator, good for about a minute. */
    public String adminToken() {
        return passwordToken("master", "admin-cli", adminUser, adminPassword, "openid");
    }

    /** A token by the password grant of a public client that permits it. */
    public String passwordToken(
            String realm, String client, String user, String password, String scope) {
        String form =
                "grant_type=password&client_id=%s&username=%s&password=%s&scope=%s"
                        .formatted(encode(client), encode(user), encode(password), encode(scope));
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                issuer(realm) + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
        Matcher token = ACCESS_TOKEN.matcher(answer.body());
        if (!token.find()) {
            throw new IllegalStateException(
                    "no token for " + user + ": " + answer.statusCode() + " " + answer.body());
        }
        return token.group(1);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    request.timeout(ANSWER_LIMIT).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException("Keycloak does not answer", failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", failure);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
