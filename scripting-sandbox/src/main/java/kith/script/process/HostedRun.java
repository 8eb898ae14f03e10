package kith.script.process;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kith.script.RuleRefusal;
import kith.script.ScriptFailure;
import kith.script.ScriptFailure.Kind;
import kith.script.ScriptFailure.LimitName;
import kith.script.ScriptOutcome;
import kith.script.ScriptRecord;
import kith.script.ScriptSubject;
import kith.script.meter.LimitError;
import kith.script.meter.Meter;
import kith.script.meter.Remaining;
import kith.script.run.ScriptContext;
import org.jspecify.annotations.Nullable;

/**
 * One run in another process, seen from the host: answers what the rule asks, with the counts and
 * checks of a host that trusts no process.
 */
final class HostedRun {

    /** Records that a process may know at once; what they refer to comes on top. */
    private static final int MAX_RECORDS = 200_000;

    private static final int MAX_NUMBERED = 10 * MAX_RECORDS;

    private final RunProcess process;
    private final WireWriter out;
    private final WireReader in;
    private final RemoteScript script;
    private final ScriptContext context;
    private final Meter meter;
    private final List<ScriptRecord> records = new ArrayList<>();

    /** The numbers of the records that the rule is called for. */
    private final BitSet own = new BitSet();

    private final RecordSending sending;
    private @Nullable RuntimeException failure;
    private boolean isOver;

    HostedRun(RunProcess process, RemoteScript script, ScriptContext context, Meter meter) {
        this.process = process;
        this.out = process.out();
        this.in = process.in();
        this.script = script;
        this.context = context;
        this.meter = meter;
        this.sending = new RecordSending(out, script.names(), this::numbered);
    }

    /**
     * @throws IOException where the process ended, or says what no process says
     */
    ScriptOutcome run(List<ScriptSubject> subjects) throws IOException {
        process.load(script);
        out.kind(Message.RUN).number(script.number());
        out.limits(meter.limits()).remaining(meter.remaining());
        out.value(context.now().atOffset(ZoneOffset.UTC), WireWriter.NO_RECORDS);
        out.text(context.zone().getId()).truth(context.isNew()).text(context.moment());
        out.number(subjects.size());
        for (ScriptSubject subject : subjects) {
            own.set(records.size());
            sending.send(subject.record());
            ScriptRecord old = subject.old();
            out.truth(old != null);
            if (old != null) {
                sending.send(old);
            }
        }
        out.flush();
        while (true) {
            Message kind = in.kind();
            switch (kind) {
                case SET_OWN -> setOwn(in.number(), in.text(), sentValue(), in.number());
                case FINISHED -> {
                    return ended(OutcomeWire.readFinished(in));
                }
                case FAILED -> {
                    return ended(OutcomeWire.readFailed(in));
                }
                case BROKEN_OFF -> {
                    throw brokenOff();
                }
                default -> answer(kind);
            }
        }
    }

    /** The failure of a port by which the run broke off. */
    @Nullable RuntimeException failure() {
        return failure;
    }

    /** Whether the process has left the run and is ready for another one. */
    boolean isOver() {
        return isOver;
    }

    private void answer(Message kind) throws IOException {
        switch (kind) {
            case GET -> {
                ScriptRecord record = known(in.number());
                String property = in.text();
                answer(
                        () -> record.get(property),
                        value -> {
                            Remaining left = meter.remaining();
                            out.kind(Message.VALUE)
                                    .number(left.queries())
                                    .number(left.queryRows())
                                    .number(left.writes())
                                    .value(value, sending::send);
                        });
            }
            case SET -> {
                ScriptRecord record = known(in.number());
                String property = in.text();
                Object value = sentValue();
                act(() -> record.set(property, value));
            }
            case QUERY -> {
                String objectType = in.text();
                Map<String, @Nullable Object> criteria = sentValues();
                int maxRows = in.number();
                answer(() -> queried(objectType, criteria, maxRows), this::sendAll);
            }
            case FETCH -> {
                String objectType = in.text();
                String id = in.text();
                answer(() -> fetched(objectType, id), this::sendRecord);
            }
            case CREATE -> {
                String objectType = in.text();
                Map<String, @Nullable Object> values = sentValues();
                answer(
                        () -> {
                            meter.countWrite();
                            return context.crm().create(objectType, values);
                        },
                        this::sendRecord);
            }
            case UPDATE -> {
                ScriptRecord record = known(in.number());
                write(() -> context.crm().update(record));
            }
            case UPDATE_BY_ID -> {
                String objectType = in.text();
                String id = in.text();
                Map<String, @Nullable Object> values = sentValues();
                write(() -> context.crm().update(objectType, id, values));
            }
            case DELETE -> {
                ScriptRecord record = known(in.number());
                write(() -> context.crm().delete(record));
            }
            case DELETE_BY_ID -> {
                String objectType = in.text();
                String id = in.text();
                write(() -> context.crm().delete(objectType, id));
            }
            default -> throw new WireException("no rule asks this");
        }
        out.flush();
    }

    private void setOwn(int number, String property, @Nullable Object value, int line)
            throws WireException {
        if (number < 0 || !own.get(number)) {
            throw new WireException("the rule is not called for this record");
        }
        if (failure == null) {
            try {
                records.get(number).set(property, value, Math.max(0, line));
            } catch (RuntimeException e) {
                failure = e;
            }
        }
    }

    private List<ScriptRecord> queried(
            String objectType, Map<String, @Nullable Object> criteria, int maxRows) {
        meter.countQuery();
        int most = Math.clamp(maxRows, 0, meter.queryRowsLeft() + 1);
        List<ScriptRecord> rows = context.crm().query(objectType, criteria, most);
        meter.countQueryRows(rows.size());
        return rows;
    }

    private @Nullable ScriptRecord fetched(String objectType, String id) {
        meter.countQuery();
        ScriptRecord row = context.crm().get(objectType, id);
        if (row != null) {
            meter.countQueryRows(1);
        }
        return row;
    }

    private void write(Runnable port) throws IOException {
        act(() -> {
            meter.countWrite();
            port.run();
        });
    }

    private void act(Runnable port) throws IOException {
        answer(
                () -> {
                    port.run();
                    return true;
                },
                _ -> out.kind(Message.DONE));
    }

    /** Asks a port and sends what it answers, or why it does not. */
    private <T extends @Nullable Object> void answer(Supplier<T> port, Sending<T> answer)
            throws IOException {
        if (failure != null) {
            out.kind(Message.BREAK_OFF);
            return;
        }
        T given;
        try {
            given = port.get();
            requireRoomFor(given);
        } catch (RuleRefusal refusal) {
            out.kind(Message.REFUSED).text(refusal.reason());
            return;
        } catch (LimitError limit) {
            out.kind(Message.EXHAUSTED).choice(limit.limit()).text(limit.reason());
            return;
        } catch (RuntimeException e) {
            failure = e;
            out.kind(Message.BREAK_OFF);
            return;
        }
        answer.send(given);
    }

    /** What was sent is known to the process until its run ends. */
    private void requireRoomFor(@Nullable Object given) {
        int more = given instanceof List<?> rows ? rows.size() : 1;
        if (records.size() + more > MAX_RECORDS) {
            throw meter.exhaust(
                    LimitName.QUERY_ROWS, "more than 200,000 records held by one run in a process");
        }
    }

    private void sendAll(List<ScriptRecord> rows) throws IOException {
        out.kind(Message.RECORDS).number(rows.size());
        for (ScriptRecord row : rows) {
            sending.send(row);
        }
    }

    private void sendRecord(@Nullable ScriptRecord row) throws IOException {
        out.kind(Message.RECORD).truth(row != null);
        if (row != null) {
            sending.send(row);
        }
    }

    private ScriptOutcome ended(ScriptOutcome outcome) throws IOException {
        meter.spendDownTo(in.remaining());
        isOver = true;
        if (failure instanceof RuleRefusal refusal) {
            var refused = new ScriptFailure(Kind.ERROR, 0, refusal.reason(), null);
            return new ScriptOutcome.Failed(refused, outcome.fuelSpent(), outcome.log());
        }
        if (failure != null) {
            throw failure;
        }
        if (outcome instanceof ScriptOutcome.Failed(var failed, _, _) && failed.limit() != null) {
            meter.exhaust(failed.limit(), failed.message());
        }
        return outcome;
    }

    private RuntimeException brokenOff() throws WireException {
        if (failure == null) {
            throw new WireException("the rule broke off and nobody asked it to");
        }
        isOver = true;
        return failure;
    }

    private int numbered(ScriptRecord record) throws WireException {
        if (records.size() >= MAX_NUMBERED) {
            throw new WireException("more records than a rule may read");
        }
        records.add(record);
        return records.size() - 1;
    }

    private ScriptRecord known(int number) throws WireException {
        if (number < 0 || number >= records.size()) {
            throw new WireException("no record has this number");
        }
        return records.get(number);
    }

    private Map<String, @Nullable Object> sentValues() throws IOException {
        int count = in.count();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            values.put(in.text(), sentValue());
        }
        return values;
    }

    private @Nullable Object sentValue() throws IOException {
        Object value = in.value(WireReader.NO_RECORDS);
        if (value instanceof List<?> list && !list.stream().allMatch(String.class::isInstance)) {
            throw new WireException("a list of a field has texts");
        }
        return value;
    }

    /** Sends what a port answered. */
    private interface Sending<T extends @Nullable Object> {

        void send(T given) throws IOException;
    }
}
