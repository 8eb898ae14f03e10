package kith.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import kith.server.digest.Sha256;

/** Words that nobody can guess, and digests of them. */
final class RandomWords {

    private static final int BYTES = 32;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();

    /** 256 random bits as 43 characters that are safe in addresses and cookies. */
    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return ENCODER.encodeToString(bytes);
    }

    /** SHA-256 in the same form. */
    static String digest(String word) {
        return ENCODER.encodeToString(Sha256.of(word));
    }

    /** Compares in a time that does not tell where they differ. */
    static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
