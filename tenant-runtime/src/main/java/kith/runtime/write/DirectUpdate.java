package kith.runtime.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Storage;
import kith.runtime.read.WrittenRow;
import kith.runtime.sql.Sql;
import kith.runtime.storage.RecordTable;
import kith.runtime.value.OwnValues;
import kith.runtime.value.StoredValues;

/**
 * New values for one record as one statement. The record is read as it lies there and written only
 * if it still is the same version by then, so nothing has to be locked before; where it is not, the
 * long way takes over. Where nothing changes it is answered as it lies there.
 */
final class DirectUpdate {

    private static final Sql OLD = Sql.identifier("old");

    private final WriteScope scope;
    private final WriteRequest.Update step;
    private final DirectReferences references;
    private final WrittenRow answer;
    private final RecordIds ids;
    private final Sql id;
    private final Sql object;

    DirectUpdate(
            WriteScope scope,
            WriteRequest.Update step,
            DirectReferences references,
            WrittenRow answer,
            RecordIds ids) {
        this.scope = scope;
        this.step = step;
        this.references = references;
        this.answer = answer;
        this.ids = ids;
        this.id = Sql.bind(step.id());
        this.object = Sql.bind(step.object().key());
    }

    /** A column that is set. */
    private record Target(Field field, String column, Sql value) {
        /** What it holds in a row. */
        Sql of(Sql row) {
            return Sql.of("{}.{}", row, Sql.identifier(column));
        }
    }

    /** Whether it sets plain columns alone, and nothing that must be unique. */
    static boolean isFor(ObjectType object, CoercedRecord record) {
        return record.links().isEmpty()
                && record.related().isEmpty()
                && record.outdated().isEmpty()
                && !(record.values().isEmpty() && record.references().isEmpty())
                && record.values().keySet().stream()
                        .allMatch(name ->
                                object.field(name).filter(DirectUpdate::isPlain).isPresent())
                && record.references().stream().allMatch(wanted -> isPlain(wanted.field()));
    }

    private static boolean isPlain(Field field) {
        return !UniqueValues.isUnique(field)
                && !field.isPolymorphic()
                && switch (field.storage()) {
                    case Storage.Column _ -> OwnValues.isOwn(field);
                    case Storage.Slot _ -> true;
                    case Storage.Overflow _, Storage.Links _, Storage.Computed _ -> false;
                };
    }

    /** Empty where something is wrong with the values. */
    Optional<Sql> statement(ResolvedRecord record) {
        StoredRecord unknown =
                new StoredRecord(step.object(), step.id(), 0, Optional.empty(), Map.of());
        List<Draft> drafts =
                Defaults.applied(
                        step.object(), scope.caller(), List.of(record.asChangeOf(unknown)));
        Violations violations = new Violations();
        DraftChecks.check(drafts, Set.of(), violations);
        return violations.isEmpty()
                ? Optional.of(update(targets(drafts.getFirst())))
                : Optional.empty();
    }

    private List<Target> targets(Draft draft) {
        Map<String, Target> targets = new LinkedHashMap<>();
        draft.set()
                .forEach((name, value) -> {
                    Field field = draft.object().field(name).orElseThrow();
                    RecordRows.Place place = RecordRows.place(field);
                    Object stored = value == null ? null : StoredValues.toColumn(value);
                    targets.put(
                            name,
                            new Target(
                                    field, place.column(), Sql.bind(place.type().type(), stored)));
                });
        return List.copyOf(targets.values());
    }

    private Sql update(List<Target> targets) {
        List<Sql> tables = new ArrayList<>();
        tables.add(references.tables());
        tables.add(record(targets));
        tables.add(Sql.of("told as ({})", done().stream(Sql.bind(ids.next()), answer.alias())));
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
                        differences(targets, answer.alias()));
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
                        Sql.bind(step.ifVersion().getAsInt()));
    }

    private static Sql differences(List<Target> targets, Sql row) {
        return Sql.join(
                " or ",
                targets.stream()
                        .map(target ->
                                Sql.of("{} is distinct from {}", target.of(row), target.value()))
                        .toList());
    }

    private Sql record(List<Target> targets) {
        Sql row = answer.alias();
        List<Sql> assignments = new ArrayList<>();
        for (Target target : targets) {
            assignments.add(Sql.of("{} = {}", Sql.identifier(target.column()), target.value()));
        }
        List<Sql> returned = new ArrayList<>(answer.columns());
        returned.add(Sql.of("{}.version as written_version", row));
        returned.add(Sql.of("{} as written_changes", changes(targets)));
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
                differences(targets, OLD),
                row,
                scope.tenant(),
                row,
                id,
                row,
                row,
                Sql.join(", ", returned));
    }

    /** As history and change stream keep them: what changed, with its value before and after. */
    private Sql changes(List<Target> targets) {
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
