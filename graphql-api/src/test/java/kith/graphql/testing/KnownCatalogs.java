package kith.graphql.testing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import kith.metadata.catalog.Catalog;
import kith.runtime.catalog.Catalogs;
import kith.runtime.tenant.Tenant;
import reactor.core.publisher.Mono;

/** A node's catalogs: what it knows, and what it would find if it looked again. */
public final class KnownCatalogs implements Catalogs {

    private final AtomicReference<Catalog> known = new AtomicReference<>();
    private final AtomicReference<Catalog> newest = new AtomicReference<>();
    private final AtomicInteger looks = new AtomicInteger();

    /** What the node knows and the database has. */
    public void know(Catalog catalog) {
        known.set(catalog);
        newest.set(catalog);
    }

    /** What the database has; the node has not heard of it. */
    public void announce(Catalog catalog) {
        newest.set(catalog);
    }

    /** How often the node had to look again. */
    public int looks() {
        return looks.get();
    }

    @Override
    public Mono<Catalog> current(Tenant tenant) {
        return Mono.fromSupplier(known::get);
    }

    @Override
    public Mono<Catalog> atLeast(Tenant tenant, long version) {
        looks.incrementAndGet();
        known.set(newest.get());
        return Mono.just(newest.get());
    }
}
