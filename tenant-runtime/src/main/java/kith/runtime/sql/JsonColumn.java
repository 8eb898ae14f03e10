package kith.runtime.sql;

import io.r2dbc.spi.Readable;
import java.util.Optional;

/** The first column of a row as the bytes that PostgreSQL sent, not parsed. */
final class JsonColumn {

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private JsonColumn() {}

    static byte[] bytes(Readable row) {
        byte[] bytes = row.get(0, byte[].class);
        return bytes == null ? NULL : bytes;
    }

    /** Empty for null. */
    static Optional<byte[]> optional(Readable row) {
        return Optional.ofNullable(row.get(0, byte[].class));
    }
}
