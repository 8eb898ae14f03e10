package kith.runtime.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import kith.metadata.field.FieldType;

/**
 * The text by which a value is unique: equal for values that count as the same. Mail addresses
 * count as the same whatever their case. Long texts are represented by their digest, because an
 * index entry has a greatest length.
 */
public final class UniqueKeys {

    private static final int LONGEST = 1_000;

    private UniqueKeys() {}

    /** The key of a typed value of the field type. */
    public static String of(FieldType type, Object value) {
        String text =
                value instanceof BigDecimal number
                        ? number.stripTrailingZeros().toPlainString()
                        : ValueJson.of(value).asString();
        String key = type instanceof FieldType.Email ? text.toLowerCase(Locale.ROOT) : text;
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST ? key : "sha-256:" + digest(bytes);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
