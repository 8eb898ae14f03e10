package kith.script.process;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import kith.script.Limits;
import kith.script.meter.Remaining;
import org.jspecify.annotations.Nullable;

/**
 * Reads what crosses between the host and a process that runs rules. The host believes nothing of
 * it: no message makes it take more memory than allowed, whatever sizes it names.
 */
final class WireReader {

    static final byte LATIN = 0;
    static final byte WIDE = 1;

    private static final int BUFFER = 1 << 16;
    private static final int ELEMENT_COST = 16;
    private static final int MAX_NUMBER_BYTES = 400;
    private static final int MAX_SCALE = 100_000;

    /** How a record is read; only the process gets any. */
    interface RecordReader {

        Object read() throws IOException;
    }

    static final RecordReader NO_RECORDS =
            () -> {
                throw new WireException("a record does not cross in this direction");
            };

    private final DataInputStream in;
    private final long bytesPerMessage;
    private long bytesLeft;

    WireReader(InputStream stream, long bytesPerMessage) {
        this.in = new DataInputStream(new BufferedInputStream(stream, BUFFER));
        this.bytesPerMessage = bytesPerMessage;
    }

    /** Begins the next message; waits for it. */
    Message kind() throws IOException {
        bytesLeft = bytesPerMessage;
        return Message.of(in.readByte());
    }

    int number() throws IOException {
        return in.readInt();
    }

    long wide() throws IOException {
        return in.readLong();
    }

    boolean truth() throws IOException {
        return in.readBoolean();
    }

    /** A count of things that take some memory each. */
    int count() throws IOException {
        int count = in.readInt();
        take(count < 0 ? Long.MAX_VALUE : (long) count * ELEMENT_COST);
        return count;
    }

    byte[] bytes() throws IOException {
        int length = in.readInt();
        take(length < 0 ? Long.MAX_VALUE : length);
        var bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    String text() throws IOException {
        byte form = in.readByte();
        byte[] bytes = bytes();
        return switch (form) {
            case LATIN -> new String(bytes, StandardCharsets.ISO_8859_1);
            case WIDE -> ByteBuffer.wrap(bytes).asCharBuffer().toString();
            default -> throw new WireException("no form of text has this number");
        };
    }

    @Nullable String optionalText() throws IOException {
        return in.readBoolean() ? text() : null;
    }

    ValueTag tag() throws IOException {
        take(ELEMENT_COST);
        return ValueTag.of(in.readByte());
    }

    @Nullable Object value(RecordReader records) throws IOException {
        return value(tag(), records);
    }

    @Nullable Object value(ValueTag tag, RecordReader records) throws IOException {
        return switch (tag) {
            case NOT_AT_HAND -> throw new WireException("a value is missing");
            case EMPTY -> null;
            case TEXT -> text();
            case INTEGER -> number();
            case DECIMAL -> decimal(BigInteger.valueOf(wide()), number());
            case LARGE_DECIMAL -> decimal(large(), number());
            case TRUE -> true;
            case FALSE -> false;
            case DATE -> date(wide());
            case DATE_TIME -> moment(wide(), number(), number());
            case LIST -> list();
            case RECORD -> records.read();
        };
    }

    Limits limits() throws IOException {
        return new Limits(
                wide(),
                Duration.ofNanos(wide()),
                wide(),
                number(),
                number(),
                number(),
                number(),
                number(),
                number());
    }

    Remaining remaining() throws IOException {
        return new Remaining(wide(), wide(), wide(), number(), number(), number(), number());
    }

    private List<@Nullable Object> list() throws IOException {
        int count = count();
        List<@Nullable Object> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ValueTag tag = tag();
            if (tag == ValueTag.LIST) {
                throw new WireException("lists do not nest");
            }
            list.add(value(tag, NO_RECORDS));
        }
        return list;
    }

    private BigInteger large() throws IOException {
        byte[] bytes = bytes();
        if (bytes.length == 0 || bytes.length > MAX_NUMBER_BYTES) {
            throw new WireException("no number of a rule is that long");
        }
        return new BigInteger(bytes);
    }

    private static BigDecimal decimal(BigInteger unscaled, int scale) throws WireException {
        if (scale < -MAX_SCALE || scale > MAX_SCALE) {
            throw new WireException("no number of a rule has such a scale");
        }
        return new BigDecimal(unscaled, scale);
    }

    private static LocalDate date(long day) throws WireException {
        try {
            return LocalDate.ofEpochDay(day);
        } catch (DateTimeException e) {
            throw new WireException("not a date");
        }
    }

    private static OffsetDateTime moment(long second, int nano, int offset) throws WireException {
        try {
            return Instant.ofEpochSecond(second, nano).atOffset(ZoneOffset.ofTotalSeconds(offset));
        } catch (DateTimeException | ArithmeticException e) {
            throw new WireException("not a moment");
        }
    }

    private void take(long bytes) throws WireException {
        bytesLeft -= bytes;
        if (bytesLeft < 0) {
            throw new WireException("a message is too large");
        }
    }
}
