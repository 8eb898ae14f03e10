package kith.runtime.read;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import kith.runtime.sql.Sql;

/**
 * A place in a tenant's stream of changes, behind the change at that position. As text it is
 * opaque: base64url of both numbers.
 *
 * @param mark of the stream, so that the cursor of another one is told from its own
 */
public record StreamCursor(long mark, long position) {

    /** Behind the end of every stream. */
    public static final StreamCursor OF_NO_STREAM = new StreamCursor(0, Long.MAX_VALUE);

    private static final int BYTES = 2 * Long.BYTES;

    /** The cursor that the text stands for; empty where it stands for none. */
    public static Optional<StreamCursor> parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        ByteBuffer numbers = ByteBuffer.wrap(bytes);
        StreamCursor cursor = new StreamCursor(numbers.getLong(), numbers.getLong());
        return cursor.position() < 0 ? Optional.empty() : Optional.of(cursor);
    }

    public String text() {
        byte[] bytes = ByteBuffer.allocate(BYTES).putLong(mark).putLong(position).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The text, made by the database. */
    static Sql text(Sql mark, Sql position) {
        return Sql.of(
                "translate(encode(int8send({}) || int8send({}), 'base64'), '+/=', '-_')",
                mark,
                position);
    }
}
