package kith.runtime.rollup;

import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RollUp;
import kith.runtime.sql.Sql;
import kith.runtime.storage.RecordTable;

/** Sums a roll-up up anew for all records of its object, while nobody writes. */
public final class RollUpFill {

    private static final String FILL =
            """
            update {} kept set {}
            from (
                select p.id, {}
                from {} p
                left join (
                    select {} as parent, {} from {} c where {} and {} is not null group by {}
                ) sums on sums.parent = p.id
                where p.tenant = {} and p.object = {}
            ) next
            where kept.tenant = {} and kept.id = next.id\
            """;

    private RollUpFill() {}

    public static Sql of(Catalog catalog, Sql tenant, RollUp rollUp) {
        ObjectType object = catalog.require(rollUp.field().object());
        ChildValues children = new ChildValues(catalog, tenant, rollUp);
        ResultSlot slot = ResultSlot.of(rollUp.field());
        Sql table = RecordTable.of(object).name();
        return Sql.of(
                FILL,
                table,
                assigned(rollUp, slot),
                result(rollUp, slot),
                table,
                children.parent(),
                aggregated(rollUp, children),
                children.table(),
                children.condition(),
                children.parent(),
                children.parent(),
                tenant,
                Sql.number(object.key()),
                tenant);
    }

    private static Sql aggregated(RollUp rollUp, ChildValues children) {
        return switch (rollUp.function()) {
            case COUNT -> Sql.text("count(*) as result");
            case SUM, AVG ->
                    Sql.of(
                            "count({}) as count, coalesce(sum({}), 0) as total",
                            children.value(),
                            children.value());
            case MIN -> Sql.of("min({}) as result", children.inSlot());
            case MAX -> Sql.of("max({}) as result", children.inSlot());
        };
    }

    private static Sql result(RollUp rollUp, ResultSlot slot) {
        return switch (rollUp.function()) {
            case COUNT -> Sql.text("coalesce(sums.result, 0) as result");
            case SUM ->
                    Sql.of(
                            "{}, {} as result",
                            state(slot),
                            slot.fitted(Sql.text("coalesce(sums.total, 0)")));
            case AVG ->
                    Sql.of(
                            "{}, {} as result",
                            state(slot),
                            slot.fitted(
                                    Sql.text("kith_quotient(sums.total, sums.count::numeric)")));
            case MIN, MAX -> Sql.text("sums.result");
        };
    }

    private static Sql state(ResultSlot slot) {
        return Sql.of(
                """
                jsonb_build_object({}, jsonb_build_array(coalesce(sums.count, 0), coalesce(sums.total, 0))) as state\
                """,
                slot.stateKey());
    }

    private static Sql assigned(RollUp rollUp, ResultSlot slot) {
        return switch (rollUp.function()) {
            case COUNT, MIN, MAX -> Sql.of("{} = next.result", slot.column());
            case SUM, AVG ->
                    Sql.of(
                            "{} = next.result, more = coalesce(kept.more, jsonb_build_object()) || next.state",
                            slot.column());
        };
    }
}
