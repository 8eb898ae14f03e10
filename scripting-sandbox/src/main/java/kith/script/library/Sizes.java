package kith.script.library;

import kith.script.ScriptFailure.LimitName;
import kith.script.meter.Meter;

/** Pays for the growth of collections. */
final class Sizes {

    static final int MAX = 100_000;

    private static final int COLLECTION_BYTES = 64;
    private static final int ELEMENT_BYTES = 32;
    private static final int ENTRY_BYTES = 80;

    private Sizes() {}

    static void created() {
        Meter.current().allocate(COLLECTION_BYTES);
    }

    static void elementAdded(int size) {
        added(size, ELEMENT_BYTES);
    }

    static void entryAdded(int size) {
        added(size, ENTRY_BYTES);
    }

    private static void added(int size, int bytes) {
        Meter meter = Meter.current();
        meter.tick(1);
        meter.allocate(bytes);
        if (size >= MAX) {
            throw meter.exhaust(
                    LimitName.COLLECTION_SIZE, "a list or map has more than 100,000 elements");
        }
    }
}
