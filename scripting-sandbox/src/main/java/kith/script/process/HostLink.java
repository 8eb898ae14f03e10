package kith.script.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import kith.script.RuleRefusal;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** The way from a running rule to its host: what it asks goes out, and the answer is waited for. */
final class HostLink {

    private final WireReader in;
    private final WireWriter out;
    private final RunLoop runs;

    HostLink(WireReader in, WireWriter out, RunLoop runs) {
        this.in = in;
        this.out = out;
        this.runs = runs;
    }

    WireReader in() {
        return in;
    }

    WireWriter out() {
        return out;
    }

    /** Sends what was written and waits; the host may let other rules run in between. */
    void await(Message answer) throws IOException {
        out.flush();
        while (true) {
            Message kind = in.kind();
            switch (kind) {
                case LOAD, RUN -> runs.obey(kind);
                case REFUSED -> throw new RuleRefusal(in.text());
                case EXHAUSTED ->
                        throw Meter.current().exhaust(OutcomeWire.readLimit(in), in.text());
                case BREAK_OFF -> throw new BrokenOffException();
                default -> {
                    if (kind != answer) {
                        throw new WireException("not the answer to what was asked");
                    }
                    return;
                }
            }
        }
    }

    /** Does what talks to the host. A rule cannot go on without its host. */
    <T extends @Nullable Object> T talk(Talk<T> talk) {
        try {
            return talk.talk();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A question and what becomes of its answer. */
    interface Talk<T extends @Nullable Object> {

        T talk() throws IOException;
    }
}
