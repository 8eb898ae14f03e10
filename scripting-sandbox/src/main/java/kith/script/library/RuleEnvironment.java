package kith.script.library;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import kith.script.CrmGateway;
import kith.script.RuleViolation;
import kith.script.ScriptForm;
import kith.script.ScriptLogLine;
import kith.script.ScriptSubject;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** Everything one run of a rule is given and leaves behind. Rules cannot name it. */
public final class RuleEnvironment {

    private static final int MAX_VIOLATIONS = 200;
    private static final int MAX_MESSAGE_LENGTH = 1_000;
    private static final int MAX_FIELD_LENGTH = 200;

    private final ZoneId zone;
    private final List<ScriptObject> own = new ArrayList<>();
    private final boolean isPerBatch;
    private final ScriptCrm crm;
    private final ScriptLog log;
    private final ScriptLimits limits;
    private final ScriptClock clock;
    private final List<RuleViolation> violations = new ArrayList<>();

    public RuleEnvironment(
            List<ScriptSubject> subjects,
            ScriptForm form,
            Instant now,
            ZoneId zone,
            CrmGateway gateway,
            Meter meter) {
        this.zone = zone;
        this.isPerBatch = form.isPerBatch();
        for (ScriptSubject subject : subjects) {
            var old = subject.old();
            own.add(
                    new ScriptObject(
                            subject.record(),
                            form.mayFill(),
                            this,
                            own.size(),
                            old == null
                                    ? null
                                    : new ScriptObject(old, /* isWritable= */ false, this)));
        }
        this.crm = new ScriptCrm(gateway, meter, this);
        this.log = new ScriptLog(meter);
        this.limits = new ScriptLimits(meter);
        this.clock = new ScriptClock(now, zone);
    }

    /** The only record, {@code null} for a rule that is called per batch. */
    public @Nullable ScriptObject record() {
        return isPerBatch ? null : own.getFirst();
    }

    /** The only record as it was. */
    public @Nullable ScriptObject old() {
        return isPerBatch ? null : own.getFirst().old();
    }

    /** All records; the list is the rule's to change. Once a meter runs. */
    public List<@Nullable Object> records() {
        var records = new ScriptList();
        if (isPerBatch) {
            for (ScriptObject each : own) {
                Sizes.created();
                records.add(each);
            }
        }
        return records;
    }

    /** Which of the rule's own records it is; of one, also if it was found by a query. */
    OptionalInt indexOf(ScriptObject record) {
        if (record.index() >= 0) {
            return OptionalInt.of(record.index());
        }
        return !isPerBatch && record.equals(own.getFirst())
                ? OptionalInt.of(0)
                : OptionalInt.empty();
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

    /** Notes why all records are refused, at the rule's end. */
    public void refuse(@Nullable String field, String message) {
        addViolation(isPerBatch ? RuleViolation.ALL : 0, field, message);
    }

    /** Notes why a record is refused; of very many reasons, and of a very long one, a part. */
    void addViolation(int record, @Nullable String field, String message) {
        if (violations.size() < MAX_VIOLATIONS) {
            violations.add(
                    new RuleViolation(
                            record,
                            field == null ? null : Texts.shortened(field, MAX_FIELD_LENGTH),
                            Texts.shortened(message, MAX_MESSAGE_LENGTH)));
        }
    }
}
