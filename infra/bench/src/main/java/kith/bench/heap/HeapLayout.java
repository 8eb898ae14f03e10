package kith.bench.heap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The instances of a class: where their references stand in the dump, and how much heap one takes
 * on a 64-bit virtual machine with compressed references and headers of twelve bytes, as it is by
 * default.
 *
 * @param references of the class itself
 */
record HeapLayout(String name, long size, List<Place> places, List<Long> references) {

    static final int HEADER = 12;
    static final int ARRAY_HEADER = 16;

    private static final int COMPRESSED = 4;

    /** A reference among the values of an instance: the field's name, and its offset in bytes. */
    record Place(String field, int offset) {}

    /** Rounds up to the heap's grain. */
    static long aligned(long bytes) {
        return (bytes + 7) & ~7L;
    }

    static long arraySize(int tag, int type, int count) {
        int element = tag == HeapRecords.OBJECTS ? COMPRESSED : HeapRecords.primitiveSize(type);
        return aligned(ARRAY_HEADER + (long) element * count);
    }

    Optional<Place> place(String field) {
        return places.stream().filter(place -> place.field().equals(field)).findFirst();
    }

    /** Puts a layout together, from the class up to {@code Object}. */
    static final class Draft {
        private final List<Place> places = new ArrayList<>();
        private int offset;
        private long size = HEADER;

        void add(String name, ClassRecord.OwnField field) {
            // A weak, soft or phantom reference keeps nothing alive.
            if (field.isReference() && !name.equals("referent")) {
                places.add(new Place(name, offset));
            }
            size += field.isReference() ? COMPRESSED : HeapRecords.size(field.type());
            offset += HeapRecords.size(field.type());
        }

        HeapLayout made(String className, List<Long> references) {
            return new HeapLayout(className, aligned(size), List.copyOf(places), references);
        }
    }
}
