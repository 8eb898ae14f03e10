package kith.graphql.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name under which a caller sends a request, possibly several times, to have it carried out
 * once.
 *
 * @param key the value of the header: 1 to 255 visible characters of ASCII
 * @param content SHA-256 of the body, in hexadecimal digits
 */
public record IdempotencyKey(String key, String content) {

    /** The header that holds the key. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    static IdempotencyKey of(String key, byte[] body) {
        if (key.isEmpty()
                || key.length() > LONGEST
                || !key.chars().allMatch(c -> c > 32 && c < 127)) {
            throw HttpRefusal.idempotencyKeyInvalid(LONGEST);
        }
        return new IdempotencyKey(key, HexFormat.of().formatHex(sha256().digest(body)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
