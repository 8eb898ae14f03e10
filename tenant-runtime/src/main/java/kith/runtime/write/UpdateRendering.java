package kith.runtime.write;

import java.util.ArrayList;
import java.util.List;
import kith.metadata.catalog.Field;
import kith.runtime.read.WrittenRow;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.storage.RecordTable;

/** The statement of a {@link DirectUpdate}, with gaps for all that differs from use to use. */
final class UpdateRendering {

    private static final Sql OLD = Sql.identifier("old");

    private final WriteScope scope;
    private final WriteRequest.Update step;
    private final DirectReferences references;
    private final List<Target> targets;
    private final WrittenRow answer;
    private final Sql id = Sql.gap(SqlType.UUID, DirectUpdate.ID);
    private final Sql object;

    /**
     * @param scope with gaps
     * @param set names of the fields to set
     */
    UpdateRendering(
            WriteScope scope,
            WriteRequest.Update step,
            DirectReferences references,
            List<String> set,
            WrittenRow answer) {
        this.scope = scope;
        this.step = step;
        this.references = references;
        this.targets = set.stream().map(this::target).toList();
        this.answer = answer;
        this.object = Sql.bind(step.object().key());
    }

    /** A column that is set. */
    private record Target(Field field, String column, Sql value) {
        /** What it holds in a row. */
        Sql of(Sql row) {
            return Sql.of("{}.{}", row, Sql.identifier(column));
        }
    }

    private Target target(String name) {
        Field field = step.object().field(name).orElseThrow();
        RecordRows.Place place = RecordRows.place(field);
        return new Target(
                field, place.column(), Sql.gap(place.type().type(), DirectUpdate.gap(name)));
    }

    /** The statement. */
    Sql statement() {
        List<Sql> tables = new ArrayList<>();
        tables.add(references.tables());
        tables.add(record());
        tables.add(
                Sql.of(
                        "told as ({})",
                        done().stream(Sql.gap(SqlType.UUID, DirectUpdate.EVENT), answer.alias())));
        if (step.object().definition().keepsHistory()) {
            tables.add(Sql.of("kept as ({})", done().history(answer.alias())));
        }
        Sql select =
                Sql.of(
                        """
                        select {} from {}
                        union all select {} from {} {} where not exists (select from {}) and {} and not ({})\
                        """,
                        answer.json(),
                        answer.alias(),
                        answer.json(),
                        table(),
                        answer.alias(),
                        answer.alias(),
                        isMeant(answer.alias()),
                        differences(answer.alias()));
        return Sql.of("with {} {}", Sql.join(", ", tables), DirectReferences.ifAllowed(select));
    }

    private Sql table() {
        return RecordTable.of(step.object()).name();
    }

    /** The record that the step names, as the caller expects it. */
    private Sql isMeant(Sql row) {
        Sql meant =
                Sql.of(
                        "(select allowed.yes from allowed) and {}.tenant = {} and {}.id = {} and ({}.object = {}) is true and {}.deleted_at is null",
                        row,
                        scope.tenant(),
                        row,
                        id,
                        row,
                        object,
                        row);
        return step.ifVersion().isEmpty()
                ? meant
                : Sql.of(
                        "{} and {}.version = {}",
                        meant,
                        row,
                        Sql.gap(SqlType.INTEGER, DirectUpdate.VERSION));
    }

    private Sql differences(Sql row) {
        return Sql.join(
                " or ",
                targets.stream()
                        .map(target ->
                                Sql.of("{} is distinct from {}", target.of(row), target.value()))
                        .toList());
    }

    private Sql record() {
        Sql row = answer.alias();
        List<Sql> assignments = new ArrayList<>();
        for (Target target : targets) {
            assignments.add(Sql.of("{} = {}", Sql.identifier(target.column()), target.value()));
        }
        List<Sql> returned = new ArrayList<>(answer.columns());
        returned.add(Sql.of("{}.version as written_version", row));
        returned.add(Sql.of("{} as written_changes", changes()));
        return Sql.of(
                """
                {} as (
                    update {} {} set version = old.version + 1, updated_at = {}, updated_by = {}, {}
                    from {} old
                    where {} and ({})
                        and {}.tenant = {} and {}.id = {} and {}.version = old.version and {}.deleted_at is null
                    returning {}
                )\
                """,
                row,
                table(),
                row,
                scope.moment(),
                scope.user(),
                Sql.join(", ", assignments),
                table(),
                isMeant(OLD),
                differences(OLD),
                row,
                scope.tenant(),
                row,
                id,
                row,
                row,
                Sql.join(", ", returned));
    }

    /** As history and change stream keep them: what changed, with its value before and after. */
    private Sql changes() {
        List<Sql> changes = new ArrayList<>();
        for (Target target : targets) {
            Sql change =
                    Sql.of(
                            "jsonb_build_object({}::text, jsonb_build_array({}, {}))",
                            Sql.bind(target.field().id().toString()),
                            WrittenRow.value(target.of(OLD), target.field()),
                            WrittenRow.value(target.of(answer.alias()), target.field()));
            changes.add(
                    targets.size() == 1
                            ? change
                            : Sql.of(
                                    "case when {} is distinct from {} then {} else '{}'::jsonb end",
                                    target.of(OLD),
                                    target.of(answer.alias()),
                                    change,
                                    Sql.text("{}")));
        }
        return Sql.join(" || ", changes);
    }

    private ChangeRows done() {
        return new ChangeRows(
                scope,
                id,
                Sql.text("written_version"),
                object,
                Sql.text("'UPDATE'"),
                Sql.text("written_changes"));
    }
}
