package kith.script.library;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import kith.script.CrmGateway;
import kith.script.RuleViolation;
import kith.script.ScriptLogLine;
import kith.script.ScriptRecord;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** Everything one run of a rule is given and leaves behind. Rules cannot name it. */
public final class RuleEnvironment {

    private static final int MAX_VIOLATIONS = 200;
    private static final int MAX_MESSAGE_LENGTH = 1_000;

    private final ZoneId zone;
    private final ScriptObject record;
    private final @Nullable ScriptObject old;
    private final ScriptCrm crm;
    private final ScriptLog log;
    private final ScriptLimits limits;
    private final ScriptClock clock;
    private final List<RuleViolation> violations = new ArrayList<>();

    public RuleEnvironment(
            ScriptRecord record,
            @Nullable ScriptRecord old,
            Instant now,
            ZoneId zone,
            CrmGateway gateway,
            Meter meter) {
        this.zone = zone;
        this.record = new ScriptObject(record, /* isWritable= */ true, this);
        this.old = old == null ? null : new ScriptObject(old, /* isWritable= */ false, this);
        this.crm = new ScriptCrm(gateway, meter, this);
        this.log = new ScriptLog(meter);
        this.limits = new ScriptLimits(meter);
        this.clock = new ScriptClock(now, zone);
    }

    public ScriptObject record() {
        return record;
    }

    public @Nullable ScriptObject old() {
        return old;
    }

    public ScriptCrm crm() {
        return crm;
    }

    public ScriptLog log() {
        return log;
    }

    public ScriptLimits limits() {
        return limits;
    }

    public ScriptClock clock() {
        return clock;
    }

    public List<RuleViolation> violations() {
        return violations;
    }

    public List<ScriptLogLine> logLines() {
        return log.lines();
    }

    /** Notes in the log, beyond what the rule may write there, which limits it came close to. */
    public void addWarnings(List<String> warnings) {
        log.addWarnings(warnings);
    }

    ZoneId zone() {
        return zone;
    }

    /** Notes why the record is refused; of very many reasons, and of a very long one, a part. */
    public void addViolation(@Nullable String field, String message) {
        if (violations.size() < MAX_VIOLATIONS) {
            violations.add(new RuleViolation(field, Texts.shortened(message, MAX_MESSAGE_LENGTH)));
        }
    }
}
