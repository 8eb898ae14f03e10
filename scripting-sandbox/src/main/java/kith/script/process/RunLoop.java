package kith.script.process;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.script.CompiledScript;
import kith.script.Limits;
import kith.script.ScriptOutcome;
import kith.script.ScriptRecord;
import kith.script.ScriptSubject;
import kith.script.meter.Meter;
import kith.script.meter.Remaining;
import kith.script.run.LoadedScript;
import kith.script.run.ScriptContext;
import kith.script.run.ScriptLoader;
import org.jspecify.annotations.Nullable;

/** Does what the host asks of a process that runs rules. */
final class RunLoop {

    /** The process serves one tenant and need not know which. */
    private static final int TENANT = 0;

    private final WireReader in;
    private final WireWriter out;
    private final HostLink link;
    private final Overstay overstay;
    private final Map<Integer, Known> scripts = new HashMap<>();

    private record Known(LoadedScript script, PropertyNames names) {}

    RunLoop(WireReader in, WireWriter out, Overstay overstay) {
        this.in = in;
        this.out = out;
        this.link = new HostLink(in, out, this);
        this.overstay = overstay;
    }

    void obey(Message kind) throws IOException {
        switch (kind) {
            case LOAD -> load(in.number(), in.bytes());
            case FORGET -> scripts.clear();
            case RUN -> run();
            default -> throw new WireException("not what a host asks first");
        }
    }

    private void load(int number, byte[] bytes) {
        CompiledScript script = CompiledScript.fromBytes(bytes);
        scripts.put(number, new Known(ScriptLoader.load(script), PropertyNames.of(script)));
    }

    private void run() throws IOException {
        Known known = scripts.get(in.number());
        if (known == null) {
            throw new WireException("no rule has this number");
        }
        Limits limits = in.limits();
        Remaining left = in.remaining();
        Meter running = Meter.running();
        Meter meter = running == null ? new Meter(limits, left) : running;
        Instant now = moment(in.value(WireReader.NO_RECORDS));
        ZoneId zone = zone(in.text());
        boolean isNew = in.truth();
        String moment = in.text();
        List<ScriptSubject> subjects = new ArrayList<>();
        for (int more = in.number(); more > 0; more--) {
            ScriptRecord record = RemoteRecord.readOwn(link, known.names());
            ScriptRecord old = in.truth() ? RemoteRecord.read(link, known.names()) : null;
            subjects.add(new ScriptSubject(record, old));
        }
        var crm = new RemoteCrm(link, known.names());
        var context = new ScriptContext(TENANT, now, zone, isNew, moment, meter, crm);
        if (running == null) {
            overstay.begin(left.wallNanos());
        }
        try {
            ScriptOutcome outcome = known.script().run(subjects, context);
            OutcomeWire.write(out, outcome);
            out.remaining(meter.remaining());
        } catch (BrokenOffException _) {
            // The host knows what went wrong; it only waits until the rule has left.
            out.kind(Message.BROKEN_OFF);
        } finally {
            if (running == null) {
                overstay.end();
            }
        }
        out.flush();
    }

    private static Instant moment(@Nullable Object value) throws WireException {
        if (value instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        throw new WireException("not a moment");
    }

    private static ZoneId zone(String id) throws WireException {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new WireException("not a time zone");
        }
    }
}
