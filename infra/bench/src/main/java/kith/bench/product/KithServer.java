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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kith.bench.data.DatabaseServer;
import kith.bench.data.KithTenant;
import kith.bench.data.ResourceText;
import kith.bench.process.ChildProgram;
import kith.bench.process.FreePort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged server with its embedded services, as {@code ./kith up} runs it. */
public final class KithServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration READY_LIMIT = Duration.ofMinutes(5);
    private static final Duration TOKEN_USE = Duration.ofMinutes(3);
    private static final Pattern SERVER_STEP = Pattern.compile("Server +([0-9.]+) s");
    private static final String PASSWORD = "kith-demo";
    private static final String ADMIN = "admin@bench.localhost";

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
    private String token = "";
    private long tokenNanos;

    private KithServer(ChildProgram program, Path data, int port, Duration startUp) {
        this.program = program;
        this.data = data;
        this.port = port;
        this.startUp = startUp;
    }

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

    /** Makes the measured tenant, unless it is there, and its objects. */
    public void provision() {
        String operator = password("operator@kith.localhost", "openid");
        JsonNode tenant =
                answer(
                        operator,
                        "/graphql/operator",
                        """
                        mutation { provisionTenant(input: { slug: "%1$s", name: "Bench",
                            admin: { email: "%2$s", firstName: "Ada", lastName: "Admin", password: "%3$s" } })
                          { status } }
                        """
                                .formatted(KithTenant.SLUG, ADMIN, PASSWORD),
                        Map.of());
        if (!tenant.at("/data/provisionTenant/status").asString("").equals("ACTIVE")) {
            throw new IllegalStateException("the tenant was not provisioned: " + tenant);
        }
        JsonNode applied =
                answer(
                        token(),
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

    /** The administrator's; renewed before it expires. */
    String token() {
        if (token.isEmpty() || System.nanoTime() - tokenNanos > TOKEN_USE.toNanos()) {
            token = password(ADMIN, "openid organization:" + KithTenant.SLUG);
            tokenNanos = System.nanoTime();
        }
        return token;
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

    /** As a product to be measured. */
    public Product product(String version) {
        Matcher step = SERVER_STEP.matcher(program.output());
        String note =
                step.find()
                        ? "with PostgreSQL, Redis and Keycloak; the server alone "
                                + step.group(1)
                                + " s"
                        : "with PostgreSQL, Redis and Keycloak";
        return new Product(
                new Product.Identity(
                        "kith", "Kith", version, DatabaseServer.KITH, DatabaseServer.KITH_ROLE),
                new KithDialect(),
                new Product.Running(program.pid(), port, startUp, note),
                this::token);
    }

    @Override
    public void close() {
        program.close();
    }
}
