package kith.server.tenant;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kith.server.digest.Sha256;

/** The text that tells what a destruction removed; anybody can check its digest. */
final class ErasureProof {

    private ErasureProof() {}

    /** One line for the tenant, one a table by name, and the SHA-256 over these lines. */
    static String of(String slug, Map<String, Long> counts) {
        String lines =
                new TreeMap<>(counts)
                        .entrySet().stream()
                                .map(count -> count.getKey() + " " + count.getValue() + "\n")
                                .collect(Collectors.joining("", "tenant " + slug + "\n", ""));
        return lines + "sha256 " + Sha256.hex(lines);
    }
}
