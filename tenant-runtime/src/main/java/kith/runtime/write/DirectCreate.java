package kith.runtime.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.runtime.read.WrittenRow;
import kith.runtime.sql.Sql;
import kith.runtime.storage.RecordTable;
import kith.runtime.value.OwnValues;
import kith.runtime.write.UniqueValues.Claim;

/**
 * New records as one statement. A value or an id that is taken fails it as a violated key, and the
 * long way then says whose it is.
 */
final class DirectCreate {

    private static final String ID = "id";
    private static final String EVENT = "event";
    private static final String CHANGES = "changes";

    private final WriteScope scope;
    private final WriteRequest.Create step;
    private final DirectReferences references;
    private final WrittenRow answer;
    private final RecordIds ids;
    private final Sql object;

    DirectCreate(
            WriteScope scope,
            WriteRequest.Create step,
            DirectReferences references,
            WrittenRow answer,
            RecordIds ids) {
        this.scope = scope;
        this.step = step;
        this.references = references;
        this.answer = answer;
        this.ids = ids;
        this.object = Sql.bind(step.object().key());
    }

    /** Whether nothing is counted up, linked, or written beside the records. */
    static boolean isFor(Catalog catalog, ObjectType object, List<CoercedRecord> records) {
        return object.fields().stream().noneMatch(field -> OwnValues.isNumbered(object, field))
                && records.stream()
                        .allMatch(record ->
                                isPlain(record)
                                        && (record.id().isEmpty()
                                                || mayBeGivenIds(catalog, records.size())));
    }

    /**
     * Of several records the ids have to tell the order, as those that are made here do. And one
     * table does not know which ids are taken in another.
     */
    private static boolean mayBeGivenIds(Catalog catalog, int size) {
        return size == 1 && catalog.homes().isEmpty();
    }

    private static boolean isPlain(CoercedRecord record) {
        return record.links().isEmpty()
                && record.related().isEmpty()
                && record.outdated().isEmpty();
    }

    /** Empty where something is wrong with the drafts, or may be. */
    Optional<Sql> statement(List<Draft> drafts) {
        Violations violations = new Violations();
        List<Draft> complete =
                ComputedDefaults.alone(scope)
                        .applied(
                                step.object(),
                                Defaults.applied(step.object(), scope.caller(), drafts),
                                violations);
        DraftChecks.check(complete, Set.of(), violations);
        DraftChecks.checkUniqueInBatch(complete, violations);
        return violations.isEmpty() ? Optional.of(insert(complete)) : Optional.empty();
    }

    private Sql insert(List<Draft> drafts) {
        GivenRows<Draft> record = GivenRows.of(drafts).column(ID, ColumnType.UUID, Draft::id);
        RecordRows.addColumns(record, step.object(), RecordRows.used(drafts));
        Sql columns = record.columns();
        Sql values = record.values();
        record.column(EVENT, ColumnType.UUID, _ -> ids.next());
        record.json(CHANGES, draft -> RecordChange.of(draft).values());
        Sql source = source(drafts.size());
        List<Sql> tables = new ArrayList<>();
        tables.add(record.table());
        tables.add(references.tables());
        tables.add(records(columns, values, source));
        tables.add(Sql.of("told as ({})", done().stream(Sql.text("given.event"), source)));
        if (step.object().definition().keepsHistory()) {
            tables.add(Sql.of("kept as ({})", done().history(source)));
        }
        claims(drafts).ifPresent(tables::add);
        return Sql.of("with {} {}", Sql.join(", ", tables), answer());
    }

    private Sql records(Sql columns, Sql values, Sql source) {
        Sql now = scope.moment();
        List<Sql> returned = new ArrayList<>(answer.columns());
        returned.add(Sql.of("{}.id as written_id", answer.alias()));
        return Sql.of(
                """
                {} as (
                    insert into {} as {} (tenant, object, version, created_at, created_by, updated_at, updated_by, {})
                    select {}, {}, 1, {}, {}, {}, {}, {} from {}
                    returning {}
                )\
                """,
                answer.alias(),
                RecordTable.of(step.object()).name(),
                answer.alias(),
                columns,
                scope.tenant(),
                object,
                now,
                scope.user(),
                now,
                scope.user(),
                values,
                source,
                Sql.join(", ", returned));
    }

    /** Rows in the order of their ids, which keeps two batches from waiting for each other. */
    private static Sql source(int rows) {
        return rows == 1
                ? Sql.text("given, allowed where allowed.yes")
                : Sql.text("given, allowed where allowed.yes order by given.id");
    }

    private ChangeRows done() {
        return new ChangeRows(
                scope,
                Sql.text("given.id"),
                Sql.text("1"),
                object,
                Sql.text("'CREATE'"),
                Sql.text("given.changes"));
    }

    private Optional<Sql> claims(List<Draft> drafts) {
        List<Claim> claims = new ArrayList<>();
        for (Field field : UniqueValues.fields(step.object())) {
            for (Draft draft : drafts) {
                Object value = draft.value(field.name());
                if (value != null) {
                    claims.add(new Claim(draft.id(), field, value, draft.path()));
                }
            }
        }
        return claims.isEmpty() ? Optional.empty() : Optional.of(claimed(claims));
    }

    private Sql claimed(List<Claim> claims) {
        GivenRows<Claim> given = UniqueValues.given(claims);
        return Sql.of(
                """
                taken as (
                    insert into unique_value (tenant, {})
                    select {}, {} from {}, allowed where allowed.yes order by given.field, given.value
                )\
                """,
                given.columns(),
                scope.tenant(),
                given.values(),
                given.source());
    }

    private Sql answer() {
        Sql json =
                step.isBatch()
                        ? Sql.of("json_agg({} order by written_id)", answer.json())
                        : answer.json();
        return DirectReferences.ifAllowed(Sql.of("select {} from {}", json, answer.alias()));
    }
}
