package kith.runtime.rollup;

import java.util.Optional;
import kith.metadata.RollUpDefinition.Function;
import kith.metadata.catalog.RollUp;
import kith.runtime.sql.Sql;

/**
 * One of the results that a statement brings up to date: from the row {@code old} and from what was
 * {@code given} to a row {@code next}.
 *
 * @param number tells the results of a statement apart
 */
record NextResult(RollUp rollUp, ChildValues children, int number) {

    ResultSlot slot() {
        return ResultSlot.of(rollUp.field());
    }

    /** The name of a column of the statement that is about this result. */
    Sql name(String what) {
        return Sql.identifier(what + "_" + number);
    }

    /** What the row {@code next} has of it. */
    Sql columns() {
        Sql was = Sql.of("old.{}", slot().column());
        return switch (rollUp.function()) {
            case COUNT ->
                    Sql.of(
                            "{} as {}, coalesce({}, 0) + coalesce({}, 0) as {}",
                            was,
                            name("was"),
                            was,
                            given("count"),
                            name("now"));
            case SUM ->
                    Sql.of(
                            "{} as {}, {} as {}, {}",
                            was,
                            name("was"),
                            slot().fitted(total()),
                            name("now"),
                            states());
            case AVG ->
                    Sql.of(
                            "{} as {}, {} as {}, {}",
                            was,
                            name("was"),
                            slot().fitted(Sql.of("kith_quotient({}, {})", total(), count())),
                            name("now"),
                            states());
            case MIN, MAX ->
                    Sql.of("{} as {}, {} as {}", was, name("was"), extreme(was), name("now"));
        };
    }

    private Sql states() {
        return Sql.of("{} as {}, {} as {}", count(), name("count"), total(), name("total"));
    }

    private Sql count() {
        return Sql.of("({} + coalesce({}, 0))", stored(Sql.text("0")), given("count"));
    }

    private Sql total() {
        return Sql.of("({} + coalesce({}, 0))", stored(Sql.text("1")), given("total"));
    }

    /** How many values there were, or their sum: exact, whatever the field has room for. */
    private Sql stored(Sql place) {
        return Sql.of("coalesce((old.more -> {} ->> {})::numeric, 0)", slot().stateKey(), place);
    }

    /** Looked for among all records only where the value that it was may be gone. */
    private Sql extreme(Sql was) {
        boolean isMax = rollUp.function() == Function.MAX;
        Sql come = given("come");
        Sql gone = given("gone");
        return isMax
                ? Sql.of(
                        "case when {} is null or {} < {} then greatest({}, {}) when {} >= {} then {} else {} end",
                        gone,
                        gone,
                        was,
                        was,
                        come,
                        come,
                        was,
                        come,
                        lookedFor())
                : Sql.of(
                        "case when {} is null or {} > {} then least({}, {}) when {} <= {} then {} else {} end",
                        gone,
                        gone,
                        was,
                        was,
                        come,
                        come,
                        was,
                        come,
                        lookedFor());
    }

    /** As one entry in order, so that an index of the values can serve. */
    private Sql lookedFor() {
        Sql value = children.inSlot();
        return Sql.of(
                "(select {} from {} c where {} and {} = old.id and {} is not null order by {} {} limit 1)",
                value,
                children.table(),
                children.condition(),
                children.parent(),
                value,
                value,
                rollUp.function() == Function.MAX ? Sql.text("desc") : Sql.text("asc"));
    }

    Sql assignment() {
        return Sql.of("{} = next.{}", slot().column(), name("now"));
    }

    /** What the overflow document keeps beside the result. */
    Optional<Sql> state() {
        return switch (rollUp.function()) {
            case COUNT, MIN, MAX -> Optional.empty();
            case SUM, AVG ->
                    Optional.of(
                            Sql.of(
                                    "jsonb_build_object({}, jsonb_build_array(next.{}, next.{}))",
                                    slot().stateKey(),
                                    name("count"),
                                    name("total")));
        };
    }

    /** Whether the row has to be written. */
    Sql isChanged() {
        return switch (rollUp.function()) {
            case COUNT, MIN, MAX -> isShownChanged();
            case SUM, AVG -> Sql.text("true");
        };
    }

    /** Whether people see another result. */
    Sql isShownChanged() {
        return Sql.of("next.{} is distinct from next.{}", name("was"), name("now"));
    }

    /** What the stream tells of it: a document, empty where nothing is to be seen. */
    Sql change() {
        return Sql.of(
                "(case when {} then jsonb_build_object({}, jsonb_build_array({}, {})) else jsonb_build_object() end)",
                isShownChanged(),
                slot().stateKey(),
                slot().shown(Sql.of("next.{}", name("was"))),
                slot().shown(Sql.of("next.{}", name("now"))));
    }

    private Sql given(String what) {
        return Sql.of("given.{}", name(what));
    }
}
