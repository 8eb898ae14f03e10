package kith.script.process;

import java.io.IOException;
import kith.script.ScriptRecord;

/**
 * Sends records as numbers, with the values at hand that the rule may read: most rules then ask for
 * nothing more.
 */
final class RecordSending {

    /** Records within records that are sent along; what lies deeper is asked for. */
    private static final int LEVELS = 3;

    private final WireWriter out;
    private final PropertyNames names;
    private final Numbering numbering;

    RecordSending(WireWriter out, PropertyNames names, Numbering numbering) {
        this.out = out;
        this.names = names;
        this.numbering = numbering;
    }

    void send(ScriptRecord record) throws IOException {
        send(record, LEVELS);
    }

    private void send(ScriptRecord record, int levels) throws IOException {
        out.number(numbering.number(record)).number(record.textLength());
        for (String name : names.names()) {
            if (!record.isAtHand(name)) {
                out.tag(ValueTag.NOT_AT_HAND);
                continue;
            }
            Object value = record.get(name);
            if (!(value instanceof ScriptRecord other)) {
                out.value(value, WireWriter.NO_RECORDS);
            } else if (levels > 1) {
                out.tag(ValueTag.RECORD);
                send(other, levels - 1);
            } else {
                out.tag(ValueTag.NOT_AT_HAND);
            }
        }
    }

    /** Gives a record its number. */
    interface Numbering {

        int number(ScriptRecord record) throws IOException;
    }
}
