package kith.bench.product;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kith.bench.data.DatabaseServer;
import kith.bench.process.ChildProgram;
import kith.bench.process.FreePort;

/** PostGraphile over the native tables, without any rights to check. */
public final class PostGraphileServer implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofMinutes(1);
    private static final String PROBE = "{\"query\":\"{ __typename }\"}";

    private final ChildProgram program;
    private final Product product;

    private PostGraphileServer(ChildProgram program, Product product) {
        this.program = program;
        this.product = product;
    }

    /** Starts it and waits for its first answer. */
    public static PostGraphileServer start(Peers peers, DatabaseServer database, Path log) {
        int port = FreePort.find();
        ChildProgram program =
                ChildProgram.start(
                        "PostGraphile",
                        List.of(
                                peers.node(),
                                "node_modules/postgraphile/dist/cli-run.js",
                                "-C",
                                "graphile.config.mjs"),
                        Map.of(
                                "NODE_ENV",
                                "production",
                                "GRAPHILE_ENV",
                                "production",
                                "DATABASE_URL",
                                database.roleUrl(DatabaseServer.NATIVE),
                                "PORT",
                                Integer.toString(port)),
                        peers.folder("postgraphile"),
                        log);
        HttpText http = new HttpText(port, "");
        Duration startUp =
                program.awaitReady(
                        () -> http.tryAnswer("/graphql", PROBE).isPresent(), READY_LIMIT);
        return new PostGraphileServer(
                program,
                new Product(
                        new Product.Identity(
                                "postgraphile",
                                "PostGraphile",
                                peers.version("postgraphile", "postgraphile"),
                                DatabaseServer.NATIVE,
                                DatabaseServer.ROLE),
                        new PostGraphileDialect(),
                        new Product.Running(program.pid(), port, startUp, "the server alone"),
                        () -> ""));
    }

    public Product product() {
        return product;
    }

    @Override
    public void close() {
        program.close();
    }
}
