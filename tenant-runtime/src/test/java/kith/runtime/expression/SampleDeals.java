package kith.runtime.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.SystemFields;
import kith.metadata.expression.RecordValues;
import kith.metadata.expression.Step;
import kith.metadata.field.FieldType;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.testing.SampleRecords;
import kith.runtime.value.StoredValues;
import org.jspecify.annotations.Nullable;

/** Random deals of random accounts, in the database and in memory. */
final class SampleDeals {

    private static final List<String> TEXTS =
            List.of(
                    "a",
                    "B",
                    "Öl",
                    "straße",
                    "ÄÖ ü",
                    " x y ",
                    "12.50",
                    "2026-02-28",
                    "a,b,,c",
                    "\uD83D\uDE80 go",
                    "ΑΣ",
                    "\uFFFDz",
                    "x".repeat(200),
                    "ab\nc\t");
    private static final List<String> DAYS =
            List.of(
                    "0001-01-01",
                    "9999-12-31",
                    "2028-02-29",
                    "2026-01-31",
                    "2026-11-22",
                    "1999-12-31");

    private final Map<UUID, Map<String, Object>> records = new HashMap<>();
    private final List<UUID> deals = new ArrayList<>();
    private final RandomGenerator random;

    private SampleDeals(RandomGenerator random) {
        this.random = random;
    }

    /** In memory alone. */
    static SampleDeals make(Catalog catalog, RandomGenerator random, int count) {
        SampleDeals made = new SampleDeals(random);
        List<UUID> accounts = new ArrayList<>();
        for (int number = 1; number <= 8; number++) {
            made.keep(catalog.require("Account"), SampleRecords.id(number), accounts);
            accounts.add(SampleRecords.id(number));
        }
        for (int number = 101; number <= 100 + count; number++) {
            made.keep(catalog.require("Deal"), SampleRecords.id(number), accounts);
            made.deals.add(SampleRecords.id(number));
        }
        return made;
    }

    static SampleDeals make(
            RuntimeDatabase runtime, Tenant tenant, Catalog catalog, RandomGenerator random)
            throws SQLException {
        SampleDeals made = new SampleDeals(random);
        try (SampleRecords rows = SampleRecords.into(runtime, tenant)) {
            List<UUID> accounts = new ArrayList<>();
            for (int number = 1; number <= 8; number++) {
                made.add(rows, catalog.require("Account"), SampleRecords.id(number), accounts);
                accounts.add(SampleRecords.id(number));
            }
            for (int number = 101; number <= 130; number++) {
                made.add(rows, catalog.require("Deal"), SampleRecords.id(number), accounts);
                made.deals.add(SampleRecords.id(number));
            }
        }
        return made;
    }

    /** In the order of their ids. */
    List<UUID> deals() {
        return deals;
    }

    private void add(SampleRecords rows, ObjectType object, UUID id, List<UUID> accounts)
            throws SQLException {
        rows.add(object, id, keep(object, id, accounts));
    }

    private Map<Field, Object> keep(ObjectType object, UUID id, List<UUID> accounts) {
        Map<Field, Object> values = new HashMap<>();
        for (Field field : object.fields()) {
            boolean isOwn = !field.isSystem() || field.name().equals(SystemFields.NAME);
            boolean isReference = field.isToOne();
            if (isOwn && !field.isComputed() && random.nextInt(5) > 0) {
                if (!isReference) {
                    values.put(field, value(field.type()));
                } else if (!accounts.isEmpty()) {
                    values.put(field, accounts.get(random.nextInt(accounts.size())));
                }
            }
        }
        Map<String, Object> byName = new HashMap<>();
        values.forEach((field, value) -> byName.put(field.name(), value));
        byName.put(SystemFields.ID, id);
        byName.put(SystemFields.VERSION, BigDecimal.ONE);
        byName.put(SystemFields.CREATED_AT, SampleRecords.MADE_AT.toInstant());
        byName.put(SystemFields.UPDATED_AT, SampleRecords.MADE_AT.toInstant());
        records.put(id, byName);
        return values;
    }

    /** All records by their ids, as they lie there. */
    Map<UUID, Map<String, Object>> records() {
        return records;
    }

    private Object value(FieldType type) {
        return switch (type) {
            case FieldType.Picklist(var values) ->
                    values.get(random.nextInt(values.size())).value();
            case FieldType.MultiPicklist(var values) ->
                    random.nextInt(3) == 0
                            ? List.of()
                            : List.of(values.get(random.nextInt(values.size())).value());
            case FieldType.Numeric(int digits, int _) -> number(digits, type);
            case FieldType.Currency _, FieldType.Percent _ -> number(18, type);
            case FieldType.Date _ ->
                    random.nextBoolean()
                            ? LocalDate.parse(DAYS.get(random.nextInt(DAYS.size())))
                            : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(-2_000, 2_000));
            case FieldType.DateTime _ ->
                    Instant.parse("2026-03-29T00:00:00Z")
                            .plusMillis(random.nextLong(-200_000_000_000L, 200_000_000_000L));
            case FieldType.Checkbox _ -> random.nextBoolean();
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    private BigDecimal number(int digits, FieldType type) {
        int length = 1 + random.nextInt(digits);
        StringBuilder text = new StringBuilder();
        for (int digit = 0; digit < length; digit++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        BigDecimal number =
                new BigDecimal(new BigInteger(text.toString()), StoredValues.decimals(type));
        return random.nextInt(3) == 0 ? number.negate() : number;
    }

    /** The values of one deal. */
    RecordValues of(UUID deal) {
        return new RecordValues() {
            @Override
            public @Nullable Object value(List<Step> path, Field field) {
                Map<String, Object> record = behind(path);
                return record == null ? null : record.get(field.name());
            }

            @Override
            public boolean isThere(List<Step> path) {
                return behind(path) != null;
            }

            private @Nullable Map<String, Object> behind(List<Step> path) {
                Map<String, Object> record = records.get(deal);
                for (Step step : path) {
                    Object next = record == null ? null : record.get(step.reference().name());
                    record = next == null ? null : records.get((UUID) next);
                }
                return record;
            }

            @Override
            public @Nullable Object prior(List<Step> path, Field field) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean isNew() {
                throw new UnsupportedOperationException();
            }
        };
    }
}
