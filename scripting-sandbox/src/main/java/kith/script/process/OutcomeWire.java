package kith.script.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kith.script.RuleViolation;
import kith.script.ScriptFailure;
import kith.script.ScriptFailure.Kind;
import kith.script.ScriptFailure.LimitName;
import kith.script.ScriptLogLine;
import kith.script.ScriptLogLine.Level;
import kith.script.ScriptOutcome;

/** What came of a run, on its way to the host. */
final class OutcomeWire {

    private OutcomeWire() {}

    static void write(WireWriter out, ScriptOutcome outcome) throws IOException {
        switch (outcome) {
            case ScriptOutcome.Finished finished -> {
                out.kind(Message.FINISHED).number(finished.violations().size());
                for (RuleViolation violation : finished.violations()) {
                    out.number(violation.record())
                            .optionalText(violation.field())
                            .text(violation.message());
                }
                out.value(finished.result(), WireWriter.NO_RECORDS);
            }
            case ScriptOutcome.Failed(var failure, _, _) -> {
                out.kind(Message.FAILED)
                        .choice(failure.kind())
                        .number(failure.line())
                        .text(failure.message());
                writeLimit(out, failure);
            }
        }
        out.wide(outcome.fuelSpent()).number(outcome.log().size());
        for (ScriptLogLine line : outcome.log()) {
            out.choice(line.level()).text(line.text());
        }
    }

    static ScriptOutcome.Finished readFinished(WireReader in) throws IOException {
        int count = in.count();
        List<RuleViolation> violations = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            violations.add(new RuleViolation(in.number(), in.optionalText(), in.text()));
        }
        Object result = in.value(WireReader.NO_RECORDS);
        return new ScriptOutcome.Finished(violations, result, in.wide(), readLog(in));
    }

    static ScriptOutcome.Failed readFailed(WireReader in) throws IOException {
        Kind kind = choice(Kind.values(), in.number());
        int line = in.number();
        String message = in.text();
        LimitName limit = in.truth() ? choice(LimitName.values(), in.number()) : null;
        if ((limit == null) == (kind == Kind.LIMIT)) {
            throw new WireException("a limit is named where one was exceeded");
        }
        var failure = new ScriptFailure(kind, line, message, limit);
        return new ScriptOutcome.Failed(failure, in.wide(), readLog(in));
    }

    static LimitName readLimit(WireReader in) throws IOException {
        return choice(LimitName.values(), in.number());
    }

    private static void writeLimit(WireWriter out, ScriptFailure failure) throws IOException {
        LimitName limit = failure.limit();
        out.truth(limit != null);
        if (limit != null) {
            out.choice(limit);
        }
    }

    private static List<ScriptLogLine> readLog(WireReader in) throws IOException {
        int count = in.count();
        List<ScriptLogLine> log = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            log.add(new ScriptLogLine(choice(Level.values(), in.number()), in.text()));
        }
        return log;
    }

    private static <T> T choice(T[] choices, int index) throws WireException {
        if (index < 0 || index >= choices.length) {
            throw new WireException("nothing has this number");
        }
        return choices[index];
    }
}
