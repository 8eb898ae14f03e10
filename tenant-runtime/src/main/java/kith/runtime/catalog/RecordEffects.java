package kith.runtime.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.RollUp;
import kith.metadata.catalog.SlotKind;
import kith.metadata.catalog.Storage;
import kith.metadata.catalog.StoredFormula;
import kith.metadata.change.RecordEffect;
import kith.runtime.access.Caller;
import kith.runtime.formula.FormulaUpdate;
import kith.runtime.rollup.RollUpFill;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.value.StoredValues;
import kith.runtime.value.ValueJson;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The statements by which a change of the catalog works on records, each on all of an object. A
 * filled record has a new version with its entry in history and outbox, as if its author had
 * written it; a move changes no value, so nobody needs to hear of it.
 */
final class RecordEffects {

    /** The old home is empty afterwards and free at once: no statement of an older catalog runs. */
    private static final String MOVE =
            """
            update {} r set {} = {}, {} where {} and {} is not null
            """;

    private static final String FILL =
            """
            with filled as (
                update {} r set {}, version = r.version + 1, updated_at = {}, updated_by = {}
                where {} and {} is null
                returning r.object, r.id, r.version, r.deleted_at
            ){}
            insert into outbox (tenant, id, object, record, version, kind, at, actor, changes)
            select {}, {}, f.object, f.id, f.version, 'UPDATE', {}, {}, {}
            from filled f where f.deleted_at is null
            """;

    private static final String HISTORY =
            """
            , kept as (
                insert into history (tenant, object, record, version, kind, at, actor, origin, changes)
                select {}, f.object, f.id, f.version, 'UPDATE', {}, {}, {}, {} from filled f
            )
            """;

    /** A UUID of version 7, as the application makes them: PostgreSQL 15 has no function for it. */
    private static final String NEW_ID =
            """
            encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
                placing substring(int8send({}) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
            """;

    private final Sql tenant;
    private final Catalog catalog;
    private final RecordFilter records;
    private final Caller caller;
    private final Instant now;

    RecordEffects(Caller caller, Catalog next, Instant now) {
        this.tenant = Sql.number(caller.tenant().key());
        this.catalog = next;
        this.records = new RecordFilter(caller.tenant().key(), next);
        this.caller = caller;
        this.now = now;
    }

    Sql statement(RecordEffect effect) {
        return switch (effect) {
            case RecordEffect.Moved moved -> move(moved);
            case RecordEffect.Filled filled -> fill(filled.field());
            case RecordEffect.Computed computed ->
                    new FormulaUpdate(catalog, tenant).computeAll(formula(computed.field()));
            case RecordEffect.SummedUp summed ->
                    RollUpFill.of(catalog, tenant, rollUp(summed.field()));
        };
    }

    private StoredFormula formula(Field field) {
        return catalog.storedFormulas().stream()
                .filter(one -> one.field().id().equals(field.id()))
                .findFirst()
                .orElseThrow();
    }

    private RollUp rollUp(Field field) {
        return catalog.rollUps().stream()
                .filter(one -> one.field().id().equals(field.id()))
                .findFirst()
                .orElseThrow();
    }

    private Sql move(RecordEffect.Moved moved) {
        Field field = moved.field();
        Field standing = new Field(field.definition(), moved.from(), field.isSystem());
        if (!(field.storage() instanceof Storage.Slot to)) {
            throw new IllegalArgumentException(field.name() + " does not move into a slot");
        }
        return Sql.of(
                MOVE,
                records.table(field),
                Sql.identifier(to.column()),
                moved.from() instanceof Storage.Overflow
                        ? inColumn(to.kind(), standing)
                        : StoredValue.of(standing),
                cleared(moved.from()),
                records.all(field),
                StoredValue.of(standing));
    }

    /** The assignment that takes a value away. */
    static Sql cleared(Storage home) {
        return switch (home) {
            case Storage.Slot(SlotKind kind, int number) when kind == SlotKind.REFERENCE ->
                    Sql.of(
                            "{} = null, {} = null",
                            Sql.identifier(new Storage.Slot(kind, number).column()),
                            Sql.identifier(new Storage.Slot(SlotKind.OBJECT, number).column()));
            case Storage.Slot slot -> Sql.of("{} = null", Sql.identifier(slot.column()));
            case Storage.Overflow overflow ->
                    Sql.of(
                            "more = nullif(r.more - '{}'::text, jsonb_build_object())",
                            Sql.number(overflow.number()));
            case Storage.Column _, Storage.Links _, Storage.Computed _ ->
                    throw new IllegalArgumentException(home + " is nobody's own");
        };
    }

    /** What the overflow document holds as text, as a column of the kind holds it. */
    private static Sql inColumn(SlotKind kind, Field standing) {
        Sql text = StoredValue.of(standing);
        return switch (kind) {
            case TEXT -> text;
            case NUMBER ->
                    Sql.of(
                            "({}::numeric * {})::bigint",
                            text,
                            Sql.bind(BigDecimal.TEN.pow(StoredValues.decimals(standing.type()))));
            case DATE -> Sql.of("{}::date", text);
            case TIME -> Sql.of("{}::timestamptz", text);
            case BOOLEAN -> Sql.of("{}::boolean", text);
            case REFERENCE -> Sql.of("{}::uuid", text);
            case OBJECT -> Sql.of("{}::int", text);
        };
    }

    private Sql fill(Field field) {
        Object value =
                new FilledValues(catalog, caller.user(), now)
                        .of(field)
                        .orElseThrow(
                                () -> new IllegalArgumentException(field.name() + " has no value"));
        Sql at = Sql.bind(now);
        Sql actor = Sql.bind(SqlType.UUID, caller.user().orElse(null));
        Sql change = Sql.bind(SqlType.JSON, change(field, value));
        return Sql.of(
                FILL,
                records.table(field),
                assigned(field.storage(), value),
                at,
                actor,
                records.toFill(field),
                StoredValue.of(field),
                history(field, at, actor, change),
                tenant,
                Sql.of(NEW_ID, Sql.bind(now.toEpochMilli())),
                at,
                actor,
                change);
    }

    private Sql history(Field field, Sql at, Sql actor, Sql change) {
        return catalog.require(field.object()).definition().keepsHistory()
                ? Sql.of(HISTORY, tenant, at, actor, Sql.bind(caller.origin().name()), change)
                : Sql.text("");
    }

    private static Sql assigned(Storage home, Object value) {
        return switch (home) {
            case Storage.Slot slot ->
                    Sql.of(
                            "{} = {}",
                            Sql.identifier(slot.column()),
                            column(StoredValues.toColumn(value)));
            case Storage.Overflow overflow ->
                    Sql.of(
                            "more = coalesce(r.more, jsonb_build_object()) || jsonb_build_object('{}', {})",
                            Sql.number(overflow.number()),
                            Sql.bind(SqlType.JSON, StoredValues.toOverflow(value).toString()));
            case Storage.Column _, Storage.Links _, Storage.Computed _ ->
                    throw new IllegalArgumentException("Nothing is filled into " + home);
        };
    }

    private static Sql column(Object stored) {
        return switch (stored) {
            case String text -> Sql.bind(text);
            case Long number -> Sql.bind(number);
            case LocalDate date -> Sql.bind(date);
            case Instant moment -> Sql.bind(moment);
            case Boolean flag -> Sql.bind(flag);
            case UUID id -> Sql.bind(id);
            default -> throw new IllegalArgumentException("No column holds " + stored.getClass());
        };
    }

    private static String change(Field field, Object value) {
        var document = JsonNodeFactory.instance.objectNode();
        document.putArray(field.id().toString()).addNull().add(ValueJson.of(value));
        return document.toString();
    }
}
