package kith.bench.heap;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a heap dump in the format HPROF 1.0.2, walked record by record; ids have eight
 * bytes.
 */
final class HeapRecords {

    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private static final int STRING = 0x01;
    private static final int LOADED_CLASS = 0x02;
    private static final int HEAP = 0x0C;
    private static final int HEAP_SEGMENT = 0x1C;

    static final int CLASS = 0x20;
    static final int INSTANCE = 0x21;
    static final int OBJECTS = 0x22;
    static final int PRIMITIVES = 0x23;

    private final MemorySegment bytes;

    HeapRecords(MemorySegment bytes) {
        this.bytes = bytes;
    }

    /** Is told of each record. */
    interface Visitor {
        /** A text, by the id that other records call it by. */
        default void text(long id, String text) {}

        /** The name of a class, as the id of a text. */
        default void loaded(long type, long name) {}

        /** An object that is alive by itself. */
        default void root(long id) {}

        /**
         * A class, instance or array.
         *
         * @param place where its record begins
         */
        void object(int tag, long id, long place);
    }

    void walk(Visitor visitor) {
        long place = 0;
        while (bytes.get(ValueLayout.JAVA_BYTE, place) != 0) {
            place++;
        }
        if (intAt(place + 1) != Long.BYTES) {
            throw new IllegalStateException("ids of " + intAt(place + 1) + " bytes");
        }
        place += 13;
        while (place < bytes.byteSize()) {
            int tag = byteAt(place);
            long length = Integer.toUnsignedLong(intAt(place + 5));
            long body = place + 9;
            switch (tag) {
                case STRING ->
                        visitor.text(longAt(body), textAt(body + 8, (int) (length - Long.BYTES)));
                case LOADED_CLASS -> visitor.loaded(longAt(body + 4), longAt(body + 16));
                case HEAP, HEAP_SEGMENT -> walkHeap(visitor, body, body + length);
                default -> {}
            }
            place = body + length;
        }
    }

    private void walkHeap(Visitor visitor, long begin, long end) {
        long place = begin;
        while (place < end) {
            int tag = byteAt(place);
            int rootLength = rootLength(tag);
            if (rootLength > 0) {
                visitor.root(longAt(place + 1));
                place += 1 + rootLength;
            } else {
                visitor.object(tag, longAt(place + 1), place);
                place += length(tag, place);
            }
        }
    }

    private static int rootLength(int tag) {
        return switch (tag) {
            case 0xFF, 0x05, 0x07 -> 8;
            case 0x01 -> 16;
            case 0x02, 0x03, 0x08 -> 16;
            case 0x04, 0x06 -> 12;
            default -> 0;
        };
    }

    private long length(int tag, long place) {
        return switch (tag) {
            case CLASS -> new ClassRecord(this, place).length();
            case INSTANCE -> 25 + (long) intAt(place + 21);
            case OBJECTS -> 25 + 8L * intAt(place + 13);
            case PRIMITIVES -> 18 + (long) primitiveSize(byteAt(place + 17)) * intAt(place + 13);
            default -> throw new IllegalStateException("a heap record of kind " + tag);
        };
    }

    /** Bytes of a value of a type, as the dump writes it. */
    static int size(int type) {
        return type == 2 ? Long.BYTES : primitiveSize(type);
    }

    static int primitiveSize(int type) {
        return switch (type) {
            case 4, 8 -> 1;
            case 5, 9 -> 2;
            case 6, 10 -> 4;
            case 7, 11 -> 8;
            default -> throw new IllegalStateException("a value of type " + type);
        };
    }

    int byteAt(long place) {
        return Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, place));
    }

    int shortAt(long place) {
        return Short.toUnsignedInt(bytes.get(SHORT, place));
    }

    int intAt(long place) {
        return bytes.get(INT, place);
    }

    long longAt(long place) {
        return bytes.get(LONG, place);
    }

    String textAt(long place, int length) {
        return new String(
                bytes.asSlice(place, length).toArray(ValueLayout.JAVA_BYTE),
                StandardCharsets.UTF_8);
    }
}
