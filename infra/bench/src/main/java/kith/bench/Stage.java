package kith.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import kith.bench.data.DatabaseServer;
import kith.bench.data.KithTenant;
import kith.bench.data.MeasuredTenant;
import kith.bench.data.NativeDatabases;
import kith.bench.data.SmallTenants;
import kith.bench.product.DirectusServer;
import kith.bench.product.KithServer;
import kith.bench.product.Peers;
import kith.bench.product.PostGraphileServer;
import kith.bench.product.Product;
import kith.bench.product.RawSql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that a run needs, started and filled with records; ends with the run. */
final class Stage implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final BenchSetting setting;
    private final KithServer kith;
    private final DatabaseServer database;
    private final List<Product> products = new ArrayList<>();
    private final NativeDatabases natives;

    private Stage(BenchSetting setting, KithServer kith) {
        this.setting = setting;
        this.kith = kith;
        this.database = kith.database();
        this.natives = new NativeDatabases(database);
        parts.push(kith);
    }

    /** Starts Kith, which brings PostgreSQL along, then those that take part beside it. */
    static Stage set(BenchSetting setting, BenchOptions options) throws SQLException {
        LOG.info("Kith starts …");
        Stage stage =
                new Stage(
                        setting,
                        KithServer.start(
                                setting.jar(),
                                setting.data(),
                                setting.javaOptions(),
                                setting.log("kith")));
        try {
            stage.fillKith();
            stage.clean(DatabaseServer.KITH);
            for (MeasuredTenant tenant : MeasuredTenant.values()) {
                if (options.has(tenant.key())) {
                    stage.products.add(stage.kith.product(tenant, setting.version()));
                }
            }
            stage.addOthers(options);
            return stage;
        } catch (SQLException | RuntimeException failure) {
            stage.close();
            throw failure;
        }
    }

    /** Once; a later run finds the records of the first. */
    private void fillKith() throws SQLException {
        Path mark = setting.data().resolve("bench-filled");
        if (Files.exists(mark)) {
            return;
        }
        LOG.info("Kith gets its tenants and records; later runs find them …");
        for (MeasuredTenant tenant : MeasuredTenant.values()) {
            kith.provision(tenant);
        }
        kith.dedicateTables(MeasuredTenant.DEDICATED);
        for (MeasuredTenant tenant : MeasuredTenant.values()) {
            new KithTenant(database, tenant).load();
        }
        LOG.info("{} other tenants …", SmallTenants.COUNT);
        new SmallTenants(database).create();
        try {
            Files.writeString(mark, "The records are there.\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void addOthers(BenchOptions options) throws SQLException {
        if (!options.has(RawSql.KEY) && setting.peers().isEmpty()) {
            return;
        }
        boolean isNew = !natives.exist();
        if (isNew) {
            LOG.info("The other products get their records …");
            natives.create();
        }
        natives.admit();
        natives.clean(DatabaseServer.NATIVE);
        if (setting.peers().isPresent()) {
            addPeers(setting.peers().get(), options, isNew);
        }
    }

    private void addPeers(Peers peers, BenchOptions options, boolean isNew) throws SQLException {
        if (options.has("postgraphile")) {
            LOG.info("PostGraphile starts …");
            PostGraphileServer server =
                    PostGraphileServer.start(peers, database, setting.log("postgraphile"));
            parts.push(server);
            products.add(server.product());
        }
        if (options.has("directus")) {
            LOG.info("Directus starts …");
            boolean isUnknown = isNew || !natives.isKnownToDirectus();
            DirectusServer server =
                    DirectusServer.start(
                            peers,
                            database,
                            isUnknown,
                            setting.work().resolve("directus"),
                            setting.log("directus"));
            parts.push(server);
            products.add(server.product());
            natives.clean(DatabaseServer.DIRECTUS);
        }
    }

    List<Product> products() {
        return List.copyOf(products);
    }

    Optional<RawSql> raw(BenchOptions options) {
        return options.has(RawSql.KEY)
                ? Optional.of(new RawSql(database, setting.work().resolve("pgbench")))
                : Optional.empty();
    }

    DatabaseServer database() {
        return database;
    }

    long databasePid() {
        return kith.databasePid();
    }

    /**
     * Inserts by hand what a request for many records left with a tenant of Kith.
     *
     * @param product by its key
     * @return records a second; empty for other products
     */
    OptionalDouble insertByHand(String product) {
        for (MeasuredTenant tenant : MeasuredTenant.values()) {
            if (tenant.key().equals(product)) {
                try {
                    return new KithTenant(database, tenant).insertByHand();
                } catch (SQLException failure) {
                    throw new IllegalStateException("the rows cannot be inserted by hand", failure);
                }
            }
        }
        return OptionalDouble.empty();
    }

    /** Takes away what write operations left. */
    void clean(String databaseName) throws SQLException {
        if (databaseName.equals(DatabaseServer.KITH)) {
            for (MeasuredTenant tenant : MeasuredTenant.values()) {
                new KithTenant(database, tenant).clean();
            }
        } else {
            natives.clean(databaseName);
        }
    }

    @Override
    public void close() {
        LOG.info("Everything ends …");
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                LOG.warn("a part of the run did not end", failure);
            }
        }
    }
}
