package kith.runtime.audit;

import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a link of the chain holds of its entry.
 *
 * @param digest as hexadecimal digits, like all links
 */
record ChainLink(
        UUID entry,
        Instant at,
        String kind,
        @Nullable UUID actor,
        String origin,
        String subject,
        String digest) {

    /** Before the first. */
    static final String BEGINNING = "0".repeat(64);

    static ChainLink of(Readable row) {
        return new ChainLink(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("at", Instant.class)),
                text(row, "kind"),
                row.get("actor", UUID.class),
                text(row, "origin"),
                text(row, "subject"),
                hex(row, "digest"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    /** The bytes of a column as hexadecimal digits. */
    static String hex(Readable row, String column) {
        ByteBuffer buffer = Objects.requireNonNull(row.get(column, ByteBuffer.class), column);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The digest over the entry and all links before it. */
    String after(String previous, long position) {
        MessageDigest sha = sha256();
        part(sha, previous);
        part(sha, Long.toString(position));
        part(sha, entry.toString());
        part(sha, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
        part(sha, kind);
        part(sha, String.valueOf(actor));
        part(sha, origin);
        part(sha, subject);
        part(sha, digest);
        return HexFormat.of().formatHex(sha.digest());
    }

    /** Lengths stand before texts, so that no two entries give the same bytes. */
    private static void part(MessageDigest sha, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
