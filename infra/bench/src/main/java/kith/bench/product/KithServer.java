package kith.bench.product;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kith.bench.data.DatabaseServer;
import kith.bench.data.MeasuredTenant;
import kith.bench.data.ResourceText;
import kith.bench.process.ChildProgram;
import kith.bench.process.FreePort;
import kith.bench.process.Pause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged server with its embedded services, as {@code ./kith up} runs it. */
public final class KithServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration READY_LIMIT = Duration.ofMinutes(5);
    private static final Duration TOKEN_USE = Duration.ofMinutes(3);
    private static final Pattern SERVER_STEP = Pattern.compile("Server +([0-9.]+) s");
    private static final String PASSWORD = "kith-demo";
    private static final Duration MOVE_LIMIT = Duration.ofMinutes(5);

    /** What the native tables have as well; fields that are indexed need not be named. */
    private static final Map<String, List<List<String>>> INDEXES =
            Map.of(
                    "Account", List.of(List.of("industry", "revenue")),
                    "Contact", List.of(List.of("account", "createdAt")),
                    "Opportunity",
                            List.of(List.of("account", "createdAt"), List.of("stage", "closeDate")),
                    "Activity", List.of());

    /** Whatever the environment says of other services, a run has its own. */
    private static final Map<String, String> OWN_SERVICES =
            Map.of(
                    "KITH_HOST", "",
                    "KITH_PUBLIC_URL", "",
                    "KITH_DATABASE_URL", "",
                    "KITH_DATABASE_OWNER_URL", "",
                    "KITH_REDIS_URL", "",
                    "KITH_ISSUER", "");

    private final ChildProgram program;
    private final Path data;
    private final int port;
    private final Duration startUp;
    private final Map<MeasuredTenant, Token> tokens = new EnumMap<>(MeasuredTenant.class);

    private KithServer(ChildProgram program, Path data, int port, Duration startUp) {
        this.program = program;
        this.data = data;
        this.port = port;
        this.startUp = startUp;
    }

    private record Token(String text, long nanos) {}

    /**
     * Starts it and waits until it is ready.
     *
     * @param jar of the packaged server
     * @param data its data directory
     * @param javaOptions as in {@code KITH_JAVA_OPTS}
     */
    public static KithServer start(Path jar, Path data, List<String> javaOptions, Path log) {
        return start(jar, data, javaOptions, log, Map.of());
    }

    /**
     * The same with settings of its own.
     *
     * @param settings environment variables
     */
    public static KithServer start(
            Path jar, Path data, List<String> javaOptions, Path log, Map<String, String> settings) {
        int port = FreePort.find();
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("--enable-native-access=ALL-UNNAMED");
        words.addAll(javaOptions);
        words.addAll(List.of("-jar", jar.toString()));
        Map<String, String> environment = new java.util.HashMap<>(OWN_SERVICES);
        environment.put("KITH_PORT", Integer.toString(port));
        environment.put("KITH_DATA_DIR", data.toString());
        environment.putAll(settings);
        ChildProgram program = ChildProgram.start("kith", words, environment, data, log);
        Duration startUp =
                program.awaitReady(() -> program.output().contains("Kith is ready:"), READY_LIMIT);
        return new KithServer(program, data, port, startUp);
    }

    /** The PostgreSQL that it has started. */
    public DatabaseServer database() {
        byte[] secret = new byte[16];
        ThreadLocalRandom.current().nextBytes(secret);
        return new DatabaseServer(
                "127.0.0.1",
                Integer.parseInt(properties("ports.properties").getProperty("postgres")),
                "postgres",
                properties("secrets.properties").getProperty("postgres"),
                HexFormat.of().formatHex(secret));
    }

    /** The first of PostgreSQL's processes, the parent of all others. */
    public long databasePid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Properties properties(String file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve(file))) {
            properties.load(reader);
            return properties;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Makes a measured tenant, unless it is there, and its objects. */
    public void provision(MeasuredTenant measured) {
        JsonNode tenant =
                answer(
                        operator(),
                        "/graphql/operator",
                        """
                        mutation { provisionTenant(input: { slug: "%1$s", name: "Bench",
                            admin: { email: "%2$s", firstName: "Ada", lastName: "Admin", password: "%3$s" } })
                          { status } }
                        """
                                .formatted(measured.slug(), admin(measured), PASSWORD),
                        Map.of());
        if (!tenant.at("/data/provisionTenant/status").asString("").equals("ACTIVE")) {
            throw new IllegalStateException("the tenant was not provisioned: " + tenant);
        }
        JsonNode applied =
                answer(
                        token(measured),
                        "/graphql/metadata",
                        "mutation Apply($components: [JSON!]!) { applyMetadata(components: $components)"
                                + " { catalogVersion problems { path code message } } }",
                        Map.of("components", JSON.readTree(ResourceText.read("components.json"))));
        if (applied.has("errors") || !applied.at("/data/applyMetadata/problems").isEmpty()) {
            throw new IllegalStateException("the objects were refused: " + applied);
        }
    }

    /** The answer to a document that a token's bearer posts. */
    public JsonNode answer(String token, String path, String query, Map<String, Object> variables) {
        String body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
        return JSON.readTree(new HttpText(port, token).answer(path, body));
    }

    /** Gives the tenant's objects tables of their own, and waits for them. */
    public void dedicateTables(MeasuredTenant tenant) {
        INDEXES.forEach((object, indexes) -> {
            JsonNode moved =
                    answer(
                            operator(),
                            "/graphql/operator",
                            """
                            mutation Move($tenant: String!, $object: String!, $indexes: [[String!]!]!) {
                              moveObject(tenant: $tenant, object: $object, to: DEDICATED, indexes: $indexes) { id }
                            }
                            """,
                            Map.of("tenant", tenant.slug(), "object", object, "indexes", indexes));
            if (moved.has("errors")) {
                throw new IllegalStateException("the table was refused: " + moved);
            }
        });
        long end = System.nanoTime() + MOVE_LIMIT.toNanos();
        while (!areDedicated(tenant)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the tables were not made in time");
            }
            Pause.of(Duration.ofMillis(500));
        }
    }

    private boolean areDedicated(MeasuredTenant tenant) {
        JsonNode objects =
                answer(
                                operator(),
                                "/graphql/operator",
                                "query Homes($tenant: String!) { storedObjects(tenant: $tenant) { name"
                                        + " home job } }",
                                Map.of("tenant", tenant.slug()))
                        .at("/data/storedObjects");
        return objects.valueStream()
                        .filter(object -> INDEXES.containsKey(object.path("name").asString()))
                        .filter(object ->
                                object.path("home").asString().equals("DEDICATED")
                                        && object.path("job").isNull())
                        .count()
                == INDEXES.size();
    }

    private static String admin(MeasuredTenant tenant) {
        return "admin@" + tenant.slug() + ".localhost";
    }

    private String operator() {
        return password("operator@kith.localhost", "openid");
    }

    /** The administrator's; renewed before it expires. */
    public String token(MeasuredTenant tenant) {
        Token known = tokens.get(tenant);
        if (known != null && System.nanoTime() - known.nanos() < TOKEN_USE.toNanos()) {
            return known.text();
        }
        Token fresh =
                new Token(
                        password(admin(tenant), "openid organization:" + tenant.slug()),
                        System.nanoTime());
        tokens.put(tenant, fresh);
        return fresh.text();
    }

    private String password(String user, String scope) {
        String known =
                new HttpText(port, "")
                        .send("GET", "/.well-known/kith", "application/json", "")
                        .body();
        URI endpoint = URI.create(JSON.readTree(known).path("tokenEndpoint").asString());
        String form =
                "grant_type=password&client_id=kith-cli&username=%s&password=%s&scope=%s"
                        .formatted(encoded(user), encoded(PASSWORD), encoded(scope));
        String answer =
                new HttpText(endpoint.getPort(), "")
                        .send("POST", endpoint.getPath(), "application/x-www-form-urlencoded", form)
                        .body();
        String token = JSON.readTree(answer).path("access_token").asString("");
        if (token.isEmpty()) {
            throw new IllegalStateException("no token for " + user + ": " + answer);
        }
        return token;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public long pid() {
        return program.pid();
    }

    public int port() {
        return port;
    }

    /** One of its tenants as a product to be measured. */
    public Product product(MeasuredTenant tenant, String version) {
        Matcher step = SERVER_STEP.matcher(program.output());
        String note =
                step.find()
                        ? "with PostgreSQL, Redis and Keycloak; the server alone "
                                + step.group(1)
                                + " s"
                        : "with PostgreSQL, Redis and Keycloak";
        return new Product(
                new Product.Identity(
                        tenant.key(),
                        tenant.title(),
                        version,
                        DatabaseServer.KITH,
                        DatabaseServer.KITH_ROLE),
                new KithDialect(),
                new Product.Running(program.pid(), port, startUp, note),
                () -> token(tenant));
    }

    @Override
    public void close() {
        program.close();
    }
}
