package kith.graphql.data;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.graphql.GraphqlProblem;
import kith.metadata.catalog.Field;
import kith.metadata.field.FieldType;
import kith.metadata.name.Nearest;
import kith.metadata.problem.Problem;
import kith.runtime.read.DateUnit;
import kith.runtime.read.Grouping;
import kith.runtime.value.Coercion;
import kith.runtime.value.FieldValues;
import org.jspecify.annotations.Nullable;

/**
 * Binds which values of a field belong together: equal ones, those of a date unit or of a range.
 */
record GroupingBinder(Binding binding) {

    private static final int MOST_BOUNDS = 100;
    private static final FieldType NUMBER = new FieldType.Numeric(100, 40);

    Optional<Grouping> bind(Field field, Map<?, ?> given, RequestPath path) {
        Object unit = given.get("by");
        Object ranges = given.get("ranges");
        if (unit != null && ranges != null) {
            refuse(
                    GraphqlProblem.ARGUMENT_INVALID,
                    path,
                    "A field is grouped by dates or by ranges, not by both");
            return Optional.empty();
        }
        if (unit != null) {
            return period(field, (DateUnit) unit, given.get("timeZone"), path);
        }
        return ranges == null
                ? Optional.of(Grouping.BY_VALUE)
                : ranges(field, (List<?>) ranges, path.then("ranges"));
    }

    private Optional<Grouping> period(
            Field field, DateUnit unit, @Nullable Object timeZone, RequestPath path) {
        boolean isPossible =
                switch (field.type()) {
                    case FieldType.Date _ -> unit.isOfDays();
                    case FieldType.DateTime _ -> true;
                    default -> false;
                };
        if (!isPossible) {
            refuse(
                    GraphqlProblem.ARGUMENT_INVALID,
                    path.then("by"),
                    "`%s` has no %s".formatted(field.name(), unit));
            return Optional.empty();
        }
        var tenant = binding.caller().tenant();
        Optional<ZoneId> zone =
                timeZone == null
                        ? Optional.of(tenant.zone())
                        : zone((String) timeZone, path.then("timeZone"));
        return zone.map(found ->
                new Grouping.Period(
                        unit, found, WeekFields.of(tenant.locale()).getFirstDayOfWeek()));
    }

    /** Offsets have other signs in the database, so only names of places are taken. */
    private Optional<ZoneId> zone(String name, RequestPath path) {
        boolean isPlace = name.indexOf('/') > 0 || name.equals("UTC");
        if (isPlace && ZoneId.getAvailableZoneIds().contains(name)) {
            return Optional.of(ZoneId.of(name));
        }
        Problem problem =
                Problem.of(
                        GraphqlProblem.ARGUMENT_INVALID,
                        "There is no time zone `%s`".formatted(name));
        binding.problems()
                .add(
                        Nearest.hint(name, ZoneId.getAvailableZoneIds())
                                .map(problem::hint)
                                .orElse(problem.hint("Write an IANA name, e.g. Europe/Berlin")),
                        path);
        return Optional.empty();
    }

    private Optional<Grouping> ranges(Field field, List<?> given, RequestPath path) {
        boolean isNumber =
                field.type() instanceof FieldType.Numeric
                        || field.type() instanceof FieldType.Currency
                        || field.type() instanceof FieldType.Percent;
        if (!isNumber || given.isEmpty() || given.size() > MOST_BOUNDS) {
            refuse(
                    GraphqlProblem.ARGUMENT_INVALID,
                    path,
                    isNumber
                            ? "Ranges have 1 to 100 bounds"
                            : "`%s` is no number".formatted(field.name()));
            return Optional.empty();
        }
        List<BigDecimal> bounds = new ArrayList<>(given.size());
        for (Object each : given) {
            switch (FieldValues.coerce(NUMBER, each)) {
                case Coercion.Accepted(BigDecimal bound) -> bounds.add(bound.stripTrailingZeros());
                case Coercion.Accepted _ ->
                        refuse(GraphqlProblem.ARGUMENT_INVALID, path, "A bound is empty");
                case Coercion.Refused(Problem problem) -> binding.problems().add(problem, path);
            }
        }
        for (int index = 1; index < bounds.size(); index++) {
            if (bounds.get(index - 1).compareTo(bounds.get(index)) >= 0) {
                refuse(GraphqlProblem.ARGUMENT_INVALID, path, "The bounds do not ascend");
                return Optional.empty();
            }
        }
        return Optional.of(new Grouping.Ranges(bounds));
    }

    private void refuse(GraphqlProblem code, RequestPath path, String message) {
        binding.problems().add(code, path, message);
    }
}
