package kith.runtime.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kith.metadata.RuleDefinition;
import kith.runtime.rule.RuleReport;
import kith.runtime.value.ValueJson;
import kith.script.Limits;
import kith.script.ScriptFailure;
import kith.script.ScriptLogLine;
import kith.script.meter.Remaining;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a rule reports, as the debug log keeps it: in the form of the API, and bounded. */
final class StepText {

    private static final int MOST_RECORDS = 200;
    private static final int MOST_QUERIES = 50;
    private static final int MOST_LINES = 100;
    private static final int MOST_REFUSALS = 50;
    private static final int LONGEST = 500;

    private StepText() {}

    /** What is being written, e.g. {@code create Deal}. */
    static String operation(RuleReport report) {
        String moment = report.moment().name().toLowerCase(Locale.ROOT);
        return moment.substring(moment.lastIndexOf('_') + 1)
                + " "
                + report.rule().definition().object();
    }

    static RunDetail.Step step(RuleReport report) {
        RuleDefinition rule = report.rule().definition();
        Optional<ScriptFailure> failure = report.failure();
        return new RunDetail.Step(
                rule.id().toString(),
                rule.name(),
                rule.object(),
                report.moment().name(),
                report.chain(),
                report.records().stream().limit(MOST_RECORDS).map(StepText::ruled).toList(),
                report.queries().stream()
                        .limit(MOST_QUERIES)
                        .map(asked ->
                                new RunDetail.Query(
                                        cut(asked.what(), LONGEST),
                                        asked.rows(),
                                        asked.time().toNanos() / 1_000.0))
                        .toList(),
                report.log().stream()
                        .filter(line -> !report.nearLimits().contains(line.text()))
                        .limit(MOST_LINES)
                        .map(StepText::line)
                        .toList(),
                report.refusals().stream()
                        .limit(MOST_REFUSALS)
                        .map(refusal ->
                                cut(
                                        refusal.field() == null
                                                ? refusal.message()
                                                : refusal.field() + ": " + refusal.message(),
                                        LONGEST))
                        .toList(),
                report.nearLimits(),
                failure.map(ScriptFailure::text),
                failure.map(ScriptFailure::line).filter(line -> line > 0),
                report.fuelSpent(),
                report.time().toNanos() / 1_000.0);
    }

    private static RunDetail.LogLine line(ScriptLogLine line) {
        return new RunDetail.LogLine(line.level().name(), cut(line.text(), LONGEST));
    }

    private static RunDetail.Ruled ruled(RuleReport.RanFor record) {
        List<RunDetail.FieldSet> set = new ArrayList<>();
        record.set()
                .forEach((field, value) ->
                        set.add(
                                new RunDetail.FieldSet(
                                        field,
                                        json(record.before().get(field)),
                                        json(value),
                                        record.lines().getOrDefault(field, 0))));
        return new RunDetail.Ruled(record.id().toString(), set);
    }

    /** A value in the form of the API; a long text or list is cut. */
    static JsonNode json(@Nullable Object value) {
        return switch (value) {
            case String text -> JsonNodeFactory.instance.stringNode(cut(text, LONGEST));
            case List<?> items -> ValueJson.of(items.stream().limit(MOST_LINES).toList());
            case null, default -> ValueJson.of(value);
        };
    }

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /** About how many characters it takes to write a step down. */
    static int size(RunDetail.Step step) {
        int size = 400 + 60 * step.queries().size();
        for (RunDetail.Ruled record : step.records()) {
            size += 60;
            for (RunDetail.FieldSet set : record.set()) {
                size += 60 + set.before().toString().length() + set.after().toString().length();
            }
        }
        return size
                + Stream.of(
                                step.refusals().stream(),
                                step.chain().stream(),
                                step.warnings().stream(),
                                step.queries().stream().map(RunDetail.Query::text),
                                step.log().stream().map(RunDetail.LogLine::text))
                        .flatMap(texts -> texts)
                        .mapToInt(text -> text.length() + 30)
                        .sum();
    }

    /** What the rules of the write have spent when the last of them ended. */
    static List<RunDetail.LimitUse> limits(RuleReport last) {
        return limits(last.limits(), last.left());
    }

    static List<RunDetail.LimitUse> limits(Limits limits, Remaining left) {
        return List.of(
                use("fuel", limits.fuel(), left.fuel()),
                use("allocationBytes", limits.allocationBytes(), left.allocationBytes()),
                use("wallTime", limits.wallTime().toMillis(), left.wallNanos() / 1_000_000),
                use("queries", limits.queries(), left.queries()),
                use("queryRows", limits.queryRows(), left.queryRows()),
                use("writes", limits.writes(), left.writes()),
                use("logLines", limits.logLines(), left.logLines()));
    }

    private static RunDetail.LimitUse use(String name, long most, long left) {
        return new RunDetail.LimitUse(name, (double) most - left, most);
    }
}
