package kith.script.process;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import kith.script.Limits;
import kith.script.ScriptRecord;
import kith.script.meter.Remaining;
import org.jspecify.annotations.Nullable;

/** Writes what crosses between the host and a process that runs rules. */
final class WireWriter {

    private static final int BUFFER = 1 << 16;
    private static final int LONG_BITS = 63;

    /** How a record crosses; only the host has any. */
    interface RecordWriter {

        void write(ScriptRecord record) throws IOException;
    }

    static final RecordWriter NO_RECORDS =
            record -> {
                throw new WireException("a record does not cross in this direction");
            };

    private final DataOutputStream out;

    WireWriter(OutputStream stream) {
        this.out = new DataOutputStream(new BufferedOutputStream(stream, BUFFER));
    }

    /** Both sides are of the same build, so places in an enum do for names. */
    @SuppressWarnings("EnumOrdinal")
    WireWriter kind(Message kind) throws IOException {
        out.writeByte(kind.ordinal());
        return this;
    }

    WireWriter number(int number) throws IOException {
        out.writeInt(number);
        return this;
    }

    WireWriter wide(long number) throws IOException {
        out.writeLong(number);
        return this;
    }

    @SuppressWarnings("EnumOrdinal")
    WireWriter choice(Enum<?> choice) throws IOException {
        return number(choice.ordinal());
    }

    WireWriter truth(boolean truth) throws IOException {
        out.writeBoolean(truth);
        return this;
    }

    WireWriter bytes(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
        return this;
    }

    /** As it is, halves of characters included. */
    WireWriter text(String text) throws IOException {
        if (isLatin(text)) {
            out.writeByte(WireReader.LATIN);
            return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        var wide = ByteBuffer.allocate(2 * text.length());
        wide.asCharBuffer().put(text);
        out.writeByte(WireReader.WIDE);
        return bytes(wide.array());
    }

    WireWriter optionalText(@Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        return text == null ? this : text(text);
    }

    WireWriter value(@Nullable Object value, RecordWriter records) throws IOException {
        switch (value) {
            case null -> tag(ValueTag.EMPTY);
            case String text -> tag(ValueTag.TEXT).text(text);
            case Integer number -> tag(ValueTag.INTEGER).number(number);
            case BigDecimal number -> decimal(number);
            case Boolean truth -> tag(truth ? ValueTag.TRUE : ValueTag.FALSE);
            case LocalDate date -> tag(ValueTag.DATE).wide(date.toEpochDay());
            case OffsetDateTime moment ->
                    tag(ValueTag.DATE_TIME)
                            .wide(moment.toEpochSecond())
                            .number(moment.getNano())
                            .number(moment.getOffset().getTotalSeconds());
            case List<?> list -> {
                tag(ValueTag.LIST).number(list.size());
                for (Object element : list) {
                    value(element, NO_RECORDS);
                }
            }
            case ScriptRecord record -> {
                tag(ValueTag.RECORD);
                records.write(record);
            }
            default -> throw new IllegalStateException("nobody sends a " + value.getClass());
        }
        return this;
    }

    WireWriter limits(Limits limits) throws IOException {
        return wide(limits.fuel())
                .wide(limits.wallTime().toNanos())
                .wide(limits.allocationBytes())
                .number(limits.callDepth())
                .number(limits.ruleNesting())
                .number(limits.queries())
                .number(limits.queryRows())
                .number(limits.writes())
                .number(limits.logLines());
    }

    WireWriter remaining(Remaining left) throws IOException {
        return wide(left.fuel())
                .wide(left.allocationBytes())
                .wide(left.wallNanos())
                .number(left.queries())
                .number(left.queryRows())
                .number(left.writes())
                .number(left.logLines());
    }

    @SuppressWarnings("EnumOrdinal")
    WireWriter tag(ValueTag tag) throws IOException {
        out.writeByte(tag.ordinal());
        return this;
    }

    void flush() throws IOException {
        out.flush();
    }

    private void decimal(BigDecimal number) throws IOException {
        if (number.unscaledValue().bitLength() <= LONG_BITS) {
            tag(ValueTag.DECIMAL)
                    .wide(number.unscaledValue().longValueExact())
                    .number(number.scale());
        } else {
            tag(ValueTag.LARGE_DECIMAL)
                    .bytes(number.unscaledValue().toByteArray())
                    .number(number.scale());
        }
    }

    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return false;
            }
        }
        return true;
    }
}
