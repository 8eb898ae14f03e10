package kith.bench.heap;

import java.util.ArrayList;
import java.util.List;

/** A class as a dump describes it: its statics that refer to objects, and its own fields. */
final class ClassRecord {

    private static final int REFERENCE = 2;
    private static final int CONSTANTS = 65;

    private final HeapRecords records;
    private final long place;
    private final List<Long> references = new ArrayList<>();
    private final List<OwnField> fields = new ArrayList<>();
    private final long length;

    /** A field that instances have. */
    record OwnField(long name, int type) {
        boolean isReference() {
            return type == REFERENCE;
        }
    }

    ClassRecord(HeapRecords records, long place) {
        this.records = records;
        this.place = place;
        references.add(records.longAt(place + 13));
        references.add(records.longAt(place + 21));
        this.length = readFields(readStatics(afterConstants())) - place;
    }

    private long afterConstants() {
        int count = records.shortAt(place + CONSTANTS);
        long next = place + CONSTANTS + 2;
        for (int index = 0; index < count; index++) {
            next += 3 + HeapRecords.size(records.byteAt(next + 2));
        }
        return next;
    }

    private long readStatics(long from) {
        int count = records.shortAt(from);
        long next = from + 2;
        for (int index = 0; index < count; index++) {
            int type = records.byteAt(next + 8);
            if (type == REFERENCE) {
                references.add(records.longAt(next + 9));
            }
            next += 9 + HeapRecords.size(type);
        }
        return next;
    }

    private long readFields(long from) {
        int count = records.shortAt(from);
        long next = from + 2;
        for (int index = 0; index < count; index++) {
            fields.add(new OwnField(records.longAt(next), records.byteAt(next + 8)));
            next += 9;
        }
        return next;
    }

    long superclass() {
        return records.longAt(place + 13);
    }

    /** Its superclass, its loader and what its statics refer to; 0 for nothing. */
    List<Long> references() {
        return references;
    }

    List<OwnField> fields() {
        return fields;
    }

    /** Bytes of the record. */
    long length() {
        return length;
    }
}
