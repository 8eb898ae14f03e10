package kith.bench.tenant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.bench.heap.HeapDump;
import kith.bench.heap.Keepers;

/**
 * What each company keeps in the heap of the server: its catalog, and the entries of caches that
 * are found by its catalog's fingerprint, with everything that nothing else keeps alive.
 */
final class TenantHeap {

    private static final String CATALOG = "kith.metadata.catalog.Catalog";
    private static final String SCHEMA = "kith.graphql.schema.TenantSchema";
    private static final String CACHE_NODES = "com.github.benmanes.caffeine.cache.P";
    private static final int SCHEMAS = 1;
    private static final int FIRST_CATALOG = 2;

    private final HeapDump dump;
    private final Map<Integer, Integer> given = new HashMap<>();

    /** Keepers by fingerprint; one that several catalogs have is a keeper of its own. */
    private final Map<String, List<Integer>> byFingerprint = new HashMap<>();

    private final Map<Integer, Integer> operations = new HashMap<>();
    private int nextKeeper = FIRST_CATALOG;
    private int schemas;

    private TenantHeap(HeapDump dump) {
        this.dump = dump;
    }

    /**
     * In bytes.
     *
     * @param catalogs how many were kept
     * @param customized of each customized company with all its operations, in ascending order
     * @param onlyListed of each customized company that has asked for one list alone
     * @param plain of each company that is as it came
     * @param shared by several companies and by nothing else
     * @param schemas by the bounded cache of schemas, which held so many
     */
    record Kept(
            int catalogs,
            List<Long> customized,
            List<Long> onlyListed,
            List<Long> plain,
            long shared,
            long schemas,
            int schemaCount,
            Map<String, Long> largest) {}

    static Kept read(Path file) {
        try (HeapDump dump = HeapDump.open(file)) {
            return new TenantHeap(dump).kept();
        }
    }

    private Kept kept() {
        int[] catalogs = dump.instancesOf(CATALOG).toArray();
        for (int catalog : catalogs) {
            give(catalog);
        }
        dump.instancesOf(SCHEMA)
                .forEach(schema -> {
                    schemas++;
                    given.put(schema, SCHEMAS);
                });
        dump.instancesMatching(name -> name.startsWith(CACHE_NODES)).forEach(this::giveEntry);
        Keepers keepers = new Keepers(dump, given);
        Map<Integer, Long> retained = keepers.retained();
        List<Long> customized = new ArrayList<>();
        List<Long> onlyListed = new ArrayList<>();
        List<Long> plain = new ArrayList<>();
        Map<String, Long> largest = Map.of();
        for (List<Integer> same : byFingerprint.values()) {
            if (same.size() == 1) {
                int keeper = same.getFirst();
                boolean isWarm = operations.getOrDefault(keeper, 0) >= CompanyRequests.OPERATIONS;
                (isWarm ? customized : onlyListed).add(retained.getOrDefault(keeper, 0L));
                if (isWarm && largest.isEmpty()) {
                    largest = keepers.retainedByClass(keeper);
                }
            } else {
                same.forEach(keeper -> plain.add(retained.getOrDefault(keeper, 0L)));
            }
        }
        customized.sort(null);
        onlyListed.sort(null);
        plain.sort(null);
        return new Kept(
                catalogs.length,
                customized,
                onlyListed,
                plain,
                retained.getOrDefault(Keepers.SHARED, 0L),
                retained.getOrDefault(SCHEMAS, 0L),
                schemas,
                largest);
    }

    private void give(int catalog) {
        int keeper = nextKeeper++;
        given.put(catalog, keeper);
        byFingerprint
                .computeIfAbsent(fingerprint(catalog).orElse(""), _ -> new ArrayList<>())
                .add(keeper);
    }

    /** An entry of a cache belongs to whose catalog it holds, or whose fingerprint its key has. */
    private void giveEntry(int node) {
        Optional<Integer> value = dump.field(node, "value");
        Optional<Integer> ofValue = value.map(given::get);
        if (ofValue.isPresent()) {
            given.put(node, ofValue.get());
            return;
        }
        dump.field(node, "key")
                .flatMap(this::fingerprint)
                .map(byFingerprint::get)
                .filter(same -> same.size() == 1)
                .ifPresent(same -> {
                    given.put(node, same.getFirst());
                    operations.merge(same.getFirst(), 1, Integer::sum);
                });
    }

    private Optional<String> fingerprint(int object) {
        Optional<Integer> text = dump.field(object, "fingerprint");
        return text.or(() ->
                        dump.field(object, "content")
                                .flatMap(content -> dump.field(content, "fingerprint")))
                .map(dump::text);
    }
}
