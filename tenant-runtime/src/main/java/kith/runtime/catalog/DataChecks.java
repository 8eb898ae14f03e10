package kith.runtime.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Storage;
import kith.metadata.change.AffectedRecords;
import kith.metadata.change.AffectedRecords.Kind;
import kith.metadata.change.ChangePlan;
import kith.metadata.change.ChangeProblem;
import kith.metadata.change.DataCondition;
import kith.metadata.change.RecordEffect;
import kith.runtime.access.Caller;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.value.UniqueKeys;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Asks the records whether a change of their fields may apply, and how many it touches: one
 * statement for all.
 */
final class DataChecks {

    private static final String COUNT =
            """
            (select count(*) from {} r where {})
            """;

    private static final String EMPTY =
            """
            (select count(*) from {} r where {} and {} is null)
            """;

    private static final String FULL =
            """
            (select count(*) from {} r where {} and {} is not null)
            """;

    private static final String DOUBLE =
            """
            (select coalesce(sum(d.count), 0) from (
                select count(*) as count from {} r where {} and {} is not null
                group by {} having count(*) > 1) d)
            """;

    private static final String SHARING =
            """
            (select case when count(*) > 1 then count(*) else 0 end
            from {} r where {} and ({} is null or {} = {}))
            """;

    private static final String LONGER =
            """
            (select count(*) from {} r where {} and char_length({}) > {})
            """;

    private static final String HOLDS_ONE =
            """
            (select count(*) from {} r where {} and {} = any({}))
            """;

    private static final String HOLDS_ANY =
            """
            (select count(*) from {} r where {} and jsonb_exists_any({}, {}))
            """;

    /** An array has any number of elements, a function only a hundred arguments. */
    private static final String COUNTS =
            """
            select to_json(array[{}]::bigint[])
            """;

    private final Catalog next;
    private final RecordFilter records;
    private final NewColumns columns;
    private final FilledValues filled;
    private final int mostAtOnce;

    /**
     * @param mostAtOnce records for which formulas are computed by the change itself
     */
    DataChecks(
            Caller caller,
            Catalog current,
            ChangePlan.Applicable plan,
            Instant now,
            int mostAtOnce) {
        this.mostAtOnce = mostAtOnce;
        this.next = plan.next();
        this.filled = new FilledValues(next, caller.user(), now);
        this.records = new RecordFilter(caller.tenant().key(), next);
        this.columns = new NewColumns(current, plan);
    }

    /**
     * What the records say.
     *
     * @param affected how many of them each effect touches
     * @param later formulas that are computed later, for the records are many
     */
    record Findings(
            List<AffectedRecords> affected,
            List<ChangeProblem> problems,
            List<RecordEffect> later) {
        Findings {
            later = List.copyOf(later);
            affected = List.copyOf(affected);
            problems = List.copyOf(problems);
        }
    }

    Mono<Findings> ask(Session session, ChangePlan.Applicable plan) {
        List<Sql> counts = new ArrayList<>();
        plan.conditions().forEach(condition -> counts.add(count(condition)));
        for (RecordEffect effect : plan.effects()) {
            counts.add(touched(effect));
            counts.add(burden(effect));
        }
        if (counts.isEmpty()) {
            return Mono.just(new Findings(List.of(), List.of(), List.of()));
        }
        return session.json(Sql.of(COUNTS, Sql.join(", ", counts)))
                .map(StoredJson::read)
                .map(found -> findings(plan, found));
    }

    private Sql count(DataCondition condition) {
        Field field = condition.field();
        Sql table = columns.table(field);
        Sql live = records.live(field);
        Sql value = StoredValue.of(field);
        return switch (condition) {
            case DataCondition.NoneMissing _ -> Sql.of(EMPTY, table, live, value);
            case DataCondition.NoneDouble _ ->
                    Sql.of(DOUBLE, table, live, value, StoredValue.uniqueKey(field));
            case DataCondition.NoneToShareDefault _ -> sharing(field);
            case DataCondition.NoneLonger(var _, int maxLength, var _) ->
                    Sql.of(LONGER, table, live, value, Sql.bind(maxLength));
            case DataCondition.NonePointsTo(var _, var objects, var _) ->
                    Sql.of(
                            HOLDS_ONE,
                            table,
                            live,
                            value,
                            Sql.bind(
                                    SqlType.INTEGER_ARRAY,
                                    objects.keySet().toArray(Integer[]::new)));
            case DataCondition.NoneHolds(var _, var values, var _) -> {
                Sql lost = Sql.bind(SqlType.TEXT_ARRAY, values.toArray(String[]::new));
                yield field.storage() instanceof Storage.Overflow overflow
                        ? Sql.of(HOLDS_ANY, table, live, StoredValue.document(overflow), lost)
                        : Sql.of(HOLDS_ONE, table, live, value, lost);
            }
        };
    }

    private Sql sharing(Field field) {
        String key = filled.of(field).map(value -> UniqueKeys.of(field.type(), value)).orElse("");
        return Sql.of(
                SHARING,
                columns.table(field),
                records.live(field),
                StoredValue.of(field),
                StoredValue.uniqueKey(field),
                Sql.bind(key));
    }

    /** The records that an effect touches. */
    private Sql touched(RecordEffect effect) {
        Field standing = standing(effect);
        return switch (effect) {
            case RecordEffect.Filled _ ->
                    Sql.of(
                            EMPTY,
                            columns.table(standing),
                            records.toFill(standing),
                            StoredValue.of(standing));
            case RecordEffect.SummedUp _, RecordEffect.Computed _ ->
                    Sql.of(COUNT, columns.table(effect.field()), records.all(effect.field()));
            case RecordEffect.Moved _ ->
                    Sql.of(
                            FULL,
                            columns.table(standing),
                            records.all(standing),
                            StoredValue.of(standing));
        };
    }

    /** The records whose number decides whether the effect is within its limit. */
    private Sql burden(RecordEffect effect) {
        return switch (effect) {
            case RecordEffect.Filled _, RecordEffect.SummedUp _, RecordEffect.Computed _ ->
                    touched(effect);
            case RecordEffect.Moved(Field field, var _, var _) ->
                    Sql.of(COUNT, columns.table(field), records.all(field));
        };
    }

    private static Field standing(RecordEffect effect) {
        return new Field(effect.field().definition(), effect.from(), false);
    }

    private Findings findings(ChangePlan.Applicable plan, JsonNode found) {
        List<ChangeProblem> problems = new ArrayList<>();
        List<AffectedRecords> affected = new ArrayList<>();
        List<RecordEffect> later = new ArrayList<>();
        int place = 0;
        for (DataCondition condition : plan.conditions()) {
            long count = found.path(place++).asLong();
            if (count > 0) {
                problems.add(ChangeProblem.of(DataProblems.of(condition, count)));
            }
        }
        for (RecordEffect effect : plan.effects()) {
            long touched = found.path(place++).asLong();
            long burden = found.path(place++).asLong();
            if (next.require(effect.field().object()).home().isMoving()) {
                problems.add(ChangeProblem.of(DataProblems.ofMoving(effect)));
            }
            if (effect instanceof RecordEffect.Computed && burden > mostAtOnce) {
                later.add(effect);
            } else {
                DataProblems.of(effect, burden, filled)
                        .map(ChangeProblem::of)
                        .ifPresent(problems::add);
            }
            affected.add(
                    new AffectedRecords(effect.field().definition().ref(), kind(effect), touched));
        }
        return new Findings(affected, problems, later);
    }

    private static Kind kind(RecordEffect effect) {
        return switch (effect) {
            case RecordEffect.Filled _ -> Kind.FILLED;
            case RecordEffect.Moved _ -> Kind.MOVED;
            case RecordEffect.SummedUp _ -> Kind.SUMMED_UP;
            case RecordEffect.Computed _ -> Kind.COMPUTED;
        };
    }
}
