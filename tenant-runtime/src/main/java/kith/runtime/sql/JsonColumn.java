package kith.runtime.sql;

import io.r2dbc.spi.Readable;

/** The first column of a row as the bytes that PostgreSQL sent, not parsed. */
final class JsonColumn {

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private JsonColumn() {}

    static byte[] bytes(Readable row) {
        byte[] bytes = row.get(0, byte[].class);
        return bytes == null ? NULL : bytes;
    }
}
