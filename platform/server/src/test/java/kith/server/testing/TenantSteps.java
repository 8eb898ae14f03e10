package kith.server.testing;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What tests do with tenants, all of it by the API. */
public final class TenantSteps {

    private final URI server;
    private final Map<String, String> tokens;

    TenantSteps(URI server, Map<String, String> tokens) {
        this.server = server;
        this.tokens = tokens;
    }

    /** On a server of the test's own that uses the shared realm. */
    public static TenantSteps at(URI server) {
        return new TenantSteps(server, new ConcurrentHashMap<>());
    }

    /** Provisions the tenant with these packages and answers with its administrator's token. */
    public String provisioned(String slug, String... packages) {
        return tokens.computeIfAbsent(
                slug,
                name -> {
                    JsonNode tenant = operator(order(name, packages)).at("/data/provisionTenant");
                    if (!tenant.path("status").asString("").equals("ACTIVE")) {
                        throw new AssertionError("not provisioned: " + tenant);
                    }
                    return token("admin@" + name + ".localhost", name);
                });
    }

    private static String order(String slug, String... packages) {
        return """
        mutation { provisionTenant(input: { slug: "%1$s", name: "Company %1$s", packages: [%2$s],
            admin: { email: "admin@%1$s.localhost", firstName: "Ada", lastName: "Admin",
                password: "kith-demo" } })
          { slug status steps { name state problem } } }
        """
                .formatted(
                        slug,
                        Arrays.stream(packages)
                                .map(name -> '"' + name + '"')
                                .collect(Collectors.joining(", ")));
    }

    /** The answer to an operator's request. */
    public JsonNode operator(String query) {
        HttpResponse<String> answer =
                new HttpSteps(server)
                        .graphql(
                                "/graphql/operator",
                                query,
                                "Authorization",
                                bearer(operatorToken()));
        return HttpSteps.json(answer);
    }

    public String operatorToken() {
        return TestRealm.shared().token(TestRealm.OPERATOR, TestRealm.PASSWORD, "openid");
    }

    public String token(String email, String slug) {
        return TestRealm.shared().token(email, TestRealm.PASSWORD, "openid organization:" + slug);
    }

    /** The answer to a request within the token's tenant. */
    public HttpResponse<String> data(String token, String query, String... headers) {
        return graphql("/graphql", token, query, headers);
    }

    /** The answer to a request about the metadata of the token's tenant. */
    public HttpResponse<String> metadata(String token, String query) {
        return graphql("/graphql/metadata", token, query);
    }

    private HttpResponse<String> graphql(
            String path, String token, String query, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Authorization";
        all[1] = bearer(token);
        return new HttpSteps(server).graphql(path, query, all);
    }

    public static String bearer(String token) {
        return "Bearer " + token;
    }
}
