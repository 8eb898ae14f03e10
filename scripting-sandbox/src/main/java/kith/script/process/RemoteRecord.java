package kith.script.process;

import java.io.IOException;
import kith.script.ScriptRecord;
import kith.script.meter.Meter;
import kith.script.meter.Remaining;
import org.jspecify.annotations.Nullable;

/**
 * A record of the host as a rule's process has it: its number, and the values that came with it.
 */
final class RemoteRecord implements ScriptRecord {

    private final HostLink link;
    private final PropertyNames names;
    private final int number;
    private final int textLength;
    private final boolean isOwn;
    private final @Nullable Object[] values;

    private RemoteRecord(HostLink link, PropertyNames names, boolean isOwn) throws IOException {
        this.link = link;
        this.names = names;
        this.number = link.in().number();
        this.textLength = link.in().number();
        this.isOwn = isOwn;
        this.values = new Object[names.count()];
        for (int i = 0; i < values.length; i++) {
            ValueTag tag = link.in().tag();
            values[i] =
                    tag == ValueTag.NOT_AT_HAND
                            ? tag
                            : link.in().value(tag, () -> read(link, names));
        }
    }

    /** Reads a record that the host sends. */
    static RemoteRecord read(HostLink link, PropertyNames names) throws IOException {
        return new RemoteRecord(link, names, /* isOwn= */ false);
    }

    /** Reads a record that a rule is called for. */
    static RemoteRecord readOwn(HostLink link, PropertyNames names) throws IOException {
        return new RemoteRecord(link, names, /* isOwn= */ true);
    }

    int number() {
        return number;
    }

    @Override
    public @Nullable Object get(String property) {
        int index = names.indexOf(property);
        if (index >= 0 && values[index] != ValueTag.NOT_AT_HAND) {
            return values[index];
        }
        Object value = link.<@Nullable Object>talk(() -> asked(property));
        if (index >= 0) {
            values[index] = value;
        }
        return value;
    }

    @Override
    public int textLength() {
        return textLength;
    }

    @Override
    public void set(String property, @Nullable Object value) {
        set(property, value, 0);
    }

    /** What the rule sets on its own record is sent with whatever is sent next. */
    @Override
    public void set(String property, @Nullable Object value, int line) {
        link.talk(() -> {
            if (isOwn) {
                link.out().kind(Message.SET_OWN).number(number).text(property);
                link.out().value(value, WireWriter.NO_RECORDS).number(line);
            } else {
                link.out().kind(Message.SET).number(number).text(property);
                link.out().value(value, WireWriter.NO_RECORDS);
                link.await(Message.DONE);
            }
            return true;
        });
        forget(names.indexOf(property));
    }

    private @Nullable Object asked(String property) throws IOException {
        link.out().kind(Message.GET).number(number).text(property);
        link.await(Message.VALUE);
        Meter meter = Meter.current();
        Remaining left = meter.remaining();
        meter.spendDownTo(
                new Remaining(
                        left.fuel(),
                        left.allocationBytes(),
                        left.wallNanos(),
                        link.in().number(),
                        link.in().number(),
                        link.in().number(),
                        left.logLines()));
        return link.in().value(() -> read(link, names));
    }

    /** Another id may have been set, so references, also empty ones, are asked for again. */
    private void forget(int changed) {
        for (int i = 0; i < values.length; i++) {
            if (i == changed || values[i] == null || values[i] instanceof RemoteRecord) {
                values[i] = ValueTag.NOT_AT_HAND;
            }
        }
    }
}
