package kith.server.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        return lines + "sha256 " + digest(lines);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("every Java has SHA-256", failure);
        }
    }
}
