package kith.bench.product;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.bench.data.DatabaseServer;
import kith.bench.process.ChildProgram;
import kith.bench.process.FreePort;
import tools.jackson.databind.json.JsonMapper;

/** Directus over its copy of the native tables, with an administrator's rights and no cache. */
public final class DirectusServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration READY_LIMIT = Duration.ofMinutes(3);
    private static final Duration BOOTSTRAP_LIMIT = Duration.ofMinutes(5);
    private static final String ADMIN_TOKEN = "the-token-of-the-administrator";
    private static final String PROBE = "{\"query\":\"{ __typename }\"}";

    private static final List<String> COLLECTIONS =
            List.of("app_user", "account", "contact", "opportunity", "activity");
    private static final List<Relation> RELATIONS =
            List.of(
                    new Relation("contact", "account_id", "account", "contacts"),
                    new Relation("opportunity", "account_id", "account", "opportunities"),
                    new Relation("activity", "account_id", "account", "activities"),
                    new Relation("activity", "contact_id", "contact", "activities"),
                    new Relation("account", "owner_id", "app_user", "accounts"),
                    new Relation("contact", "owner_id", "app_user", "contacts"),
                    new Relation("opportunity", "owner_id", "app_user", "opportunities"));

    private final ChildProgram program;
    private final Product product;

    private DirectusServer(ChildProgram program, Product product) {
        this.program = program;
        this.product = product;
    }

    private record Relation(String many, String field, String one, String list) {}

    /**
     * Starts it and waits for its first answer.
     *
     * @param isNew whether the database has not known it yet
     * @param work a folder for its files
     */
    public static DirectusServer start(
            Peers peers, DatabaseServer database, boolean isNew, Path work, Path log) {
        int port = FreePort.find();
        Map<String, String> environment = environment(peers, database, port, work);
        String cli = "node_modules/directus/cli.js";
        Path folder = peers.folder("directus");
        if (isNew) {
            ChildProgram.run(
                    "Directus' bootstrap",
                    List.of(peers.node(), cli, "bootstrap"),
                    environment,
                    folder,
                    log,
                    BOOTSTRAP_LIMIT);
        }
        ChildProgram program =
                ChildProgram.start(
                        "Directus", List.of(peers.node(), cli, "start"), environment, folder, log);
        HttpText http = new HttpText(port, ADMIN_TOKEN);
        Duration startUp =
                program.awaitReady(
                        () -> http.tryAnswer("/graphql", PROBE).isPresent(), READY_LIMIT);
        if (isNew) {
            register(http);
        }
        return new DirectusServer(
                program,
                new Product(
                        new Product.Identity(
                                "directus",
                                "Directus",
                                peers.version("directus", "directus"),
                                DatabaseServer.DIRECTUS,
                                DatabaseServer.ROLE),
                        new DirectusDialect(),
                        new Product.Running(program.pid(), port, startUp, "the server alone"),
                        () -> http.token()));
    }

    private static Map<String, String> environment(
            Peers peers, DatabaseServer database, int port, Path work) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", peers.nodeFolder() + ":" + System.getenv("PATH"));
        environment.put("NODE_ENV", "production");
        environment.put("HOST", "127.0.0.1");
        environment.put("PORT", Integer.toString(port));
        environment.put("PUBLIC_URL", "http://127.0.0.1:" + port);
        environment.put("SECRET", "a-secret-of-made-up-records-on-loopback");
        environment.put("DB_CLIENT", "pg");
        environment.put("DB_HOST", database.host());
        environment.put("DB_PORT", Integer.toString(database.port()));
        environment.put("DB_USER", DatabaseServer.ROLE);
        environment.put("DB_PASSWORD", database.rolePassword());
        environment.put("DB_DATABASE", DatabaseServer.DIRECTUS);
        environment.put("DB_POOL__MIN", "1");
        environment.put("DB_POOL__MAX", "10");
        environment.put("ADMIN_EMAIL", "admin@example.com");
        environment.put("ADMIN_PASSWORD", "kith-demo");
        environment.put("ADMIN_TOKEN", ADMIN_TOKEN);
        environment.put("CACHE_ENABLED", "false");
        environment.put("PRESSURE_LIMITER_ENABLED", "false");
        environment.put("RATE_LIMITER_ENABLED", "false");
        environment.put("TELEMETRY", "false");
        environment.put("LOG_LEVEL", "warn");
        environment.put("SERVE_APP", "false");
        environment.put("WEBSOCKETS_ENABLED", "false");
        environment.put("MCP_ENABLED", "false");
        environment.put("QUERY_LIMIT_DEFAULT", "100");
        environment.put("QUERY_LIMIT_MAX", "-1");
        environment.put("MAX_PAYLOAD_SIZE", "100mb");
        environment.put("MAX_BATCH_MUTATION", "20000");
        environment.put("EXTENSIONS_PATH", work.resolve("extensions").toString());
        environment.put("STORAGE_LOCAL_ROOT", work.resolve("uploads").toString());
        return environment;
    }

    /** Tells it of the tables and of the lists that are the other side of their references. */
    private static void register(HttpText http) {
        for (String collection : COLLECTIONS) {
            call(
                    http,
                    "PATCH",
                    "/collections/" + collection,
                    Map.of("meta", Map.of("accountability", "all")));
        }
        for (Relation relation : RELATIONS) {
            call(
                    http,
                    "POST",
                    "/fields/" + relation.one(),
                    Map.of(
                            "field", relation.list(),
                            "type", "alias",
                            "meta", Map.of("special", List.of("o2m"), "interface", "list-o2m")));
            call(
                    http,
                    "PATCH",
                    "/fields/%s/%s".formatted(relation.many(), relation.field()),
                    Map.of(
                            "meta",
                            Map.of("special", List.of("m2o"), "interface", "select-dropdown-m2o")));
            call(
                    http,
                    "PATCH",
                    "/relations/%s/%s".formatted(relation.many(), relation.field()),
                    Map.of("meta", Map.of("one_field", relation.list())));
        }
    }

    private static void call(HttpText http, String method, String path, Object body) {
        HttpResponse<String> answer =
                http.send(method, path, "application/json", JSON.writeValueAsString(body));
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    public Product product() {
        return product;
    }

    @Override
    public void close() {
        program.close();
    }
}
