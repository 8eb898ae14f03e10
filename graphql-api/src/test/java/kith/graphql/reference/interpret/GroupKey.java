package kith.graphql.reference.interpret;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Output;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.Way;
import kith.graphql.reference.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** By what records are put into groups: a value, the date unit or the range that it lies in. */
record GroupKey(Way way, ModelField field, boolean isOfType, JsonNode given, Settings settings) {

    static GroupKey of(World world, ModelObject object, JsonNode given, Settings settings) {
        List<String> path = Filters.items(given.get("path")).map(JsonNode::stringValue).toList();
        Way way = Way.here();
        ModelObject at = object;
        for (int index = 0; index < path.size() - 1; index++) {
            ModelField step = at.require(path.get(index));
            String target = step.isAny() ? path.get(++index) : step.targetName();
            way = way.then(step, target);
            at = world.model().object(target);
        }
        Output end = world.model().output(at, path.getLast());
        ModelField field =
                switch (end) {
                    case Output.Plain(ModelField plain) -> plain;
                    case Output.Reference(ModelField reference) -> reference;
                    case Output.AnyReference(ModelField reference) -> reference;
                    case Output.ReferenceId(ModelField reference) -> reference;
                    case Output.TypeOf(ModelField reference) -> reference;
                    case Output.CurrencyOf _, Output.Related _ ->
                            throw new IllegalArgumentException(path.toString());
                };
        return new GroupKey(way, field, end instanceof Output.TypeOf, given, settings);
    }

    String name() {
        return given.has("as")
                ? given.get("as").stringValue()
                : Filters.items(given.get("path")).toList().getLast().stringValue();
    }

    /** What the record's group has in common; comparable with that of other records. */
    Optional<Object> of(Row row, World world) {
        Optional<Object> value =
                way.from(row, world)
                        .flatMap(end -> isOfType ? world.typeBehind(end, field) : end.value(field));
        if (given.has("by")) {
            return value.map(this::unit);
        }
        return given.has("ranges") ? value.map(known -> range((BigDecimal) known)) : value;
    }

    private Object unit(Object value) {
        ZoneId zone =
                given.has("timeZone")
                        ? ZoneId.of(given.get("timeZone").stringValue())
                        : settings.zone();
        LocalDateTime local =
                value instanceof Instant moment
                        ? LocalDateTime.ofInstant(moment, zone)
                        : ((LocalDate) value).atStartOfDay();
        LocalDate day = local.toLocalDate();
        return switch (given.get("by").stringValue()) {
            case "YEAR" -> day.withDayOfYear(1);
            case "QUARTER" -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case "MONTH" -> day.withDayOfMonth(1);
            case "WEEK" -> day.with(TemporalAdjusters.previousOrSame(settings.weekStart()));
            case "DAY" -> day;
            case "HOUR" ->
                    ZonedDateTime.ofInstant((Instant) value, zone)
                            .truncatedTo(ChronoUnit.HOURS)
                            .toInstant();
            case "QUARTER_OF_YEAR" -> day.get(IsoFields.QUARTER_OF_YEAR);
            case "MONTH_OF_YEAR" -> day.getMonthValue();
            case "DAY_OF_MONTH" -> day.getDayOfMonth();
            case "DAY_OF_WEEK" -> day.getDayOfWeek().getValue();
            case "HOUR_OF_DAY" -> local.getHour();
            default -> throw new IllegalArgumentException(given.toString());
        };
    }

    /** How many bounds are not above the number. */
    private Integer range(BigDecimal number) {
        return (int) bounds().stream().filter(bound -> bound.compareTo(number) <= 0).count();
    }

    private List<BigDecimal> bounds() {
        return Filters.items(given.get("ranges")).map(Values::number).toList();
    }

    JsonNode shown(Optional<Object> key) {
        if (key.isEmpty()) {
            return Values.JSON.nullNode();
        }
        if (!given.has("ranges")) {
            return Values.shown(field.form(), key.get());
        }
        int range = (Integer) key.get();
        List<BigDecimal> bounds = bounds();
        ObjectNode ends = Values.JSON.objectNode();
        ends.set("from", bound(bounds, range - 1));
        ends.set("to", bound(bounds, range));
        return ends;
    }

    private static JsonNode bound(List<BigDecimal> bounds, int index) {
        return index < 0 || index >= bounds.size()
                ? Values.JSON.nullNode()
                : Values.JSON.stringNode(bounds.get(index).stripTrailingZeros().toPlainString());
    }
}
