package kith.runtime.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kith.metadata.ObjectDefinition.NameField;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.field.FieldType;
import kith.runtime.sql.Sql;
import kith.runtime.value.OwnValues;
import org.jspecify.annotations.Nullable;

/**
 * Counts numbers up for new records: one row of a counter moves once per batch. The row stays
 * locked until the write ends, so numbers are drawn last; a write that fails leaves a gap.
 */
final class AutoNumbers {

    private static final Pattern ZEROS = Pattern.compile("\\{(0+)}");

    private final WriteSession session;

    AutoNumbers(WriteSession session) {
        this.session = session;
    }

    /**
     * A counter of an object.
     *
     * @param key the id of the field, or of the object where its name is counted: all objects share
     *     the name field
     */
    private record Counter(UUID key, String field, String format) {}

    /** The drafts, the new ones with their numbers. */
    List<Draft> numbered(ObjectType object, List<Draft> drafts) {
        List<Counter> counters = counters(object);
        long fresh = drafts.stream().filter(Draft::isNew).count();
        if (counters.isEmpty() || fresh == 0) {
            return drafts;
        }
        Map<UUID, Long> next = draw(counters, fresh);
        List<Draft> numbered = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            if (!draft.isNew()) {
                numbered.add(draft);
                continue;
            }
            Map<String, @Nullable Object> numbers = new LinkedHashMap<>();
            for (Counter counter : counters) {
                long number = next.merge(counter.key(), 1L, Long::sum);
                numbers.put(counter.field(), formatted(counter.format(), number));
            }
            numbered.add(draft.with(numbers));
        }
        return numbered;
    }

    /** {@code INV-{0000}} and 7 give {@code INV-0007}; longer numbers keep all their digits. */
    static String formatted(String format, long number) {
        Matcher zeros = ZEROS.matcher(format);
        if (!zeros.find()) {
            return format + number;
        }
        String digits = Long.toString(number);
        int padding = Math.max(0, zeros.group(1).length() - digits.length());
        return format.substring(0, zeros.start())
                + "0".repeat(padding)
                + digits
                + format.substring(zeros.end());
    }

    private static List<Counter> counters(ObjectType object) {
        List<Counter> counters = new ArrayList<>();
        for (Field field : object.fields()) {
            counter(object, field).ifPresent(counters::add);
        }
        return counters;
    }

    private static Optional<Counter> counter(ObjectType object, Field field) {
        if (!OwnValues.isNumbered(object, field)) {
            return Optional.empty();
        }
        if (field.isSystem()
                && object.definition().nameField() instanceof NameField.Numbered name) {
            return Optional.of(new Counter(object.id(), field.name(), name.format()));
        }
        return field.type() instanceof FieldType.AutoNumber(String format)
                ? Optional.of(new Counter(field.id(), field.name(), format))
                : Optional.empty();
    }

    /** The last number before those drawn, by counter. */
    private Map<UUID, Long> draw(List<Counter> counters, long count) {
        GivenRows<Counter> given =
                GivenRows.of(counters).column("field", ColumnType.UUID, Counter::key);
        Map<UUID, Long> before = new HashMap<>();
        session.rows(
                        Sql.of(
                                """
                                insert into auto_number (tenant, field, last_value)
                                select {}, given.field, {} from {} order by given.field
                                on conflict (tenant, field)
                                    do update set last_value = auto_number.last_value + excluded.last_value
                                returning field, last_value\
                                """,
                                session.tenant(),
                                Sql.bind(count),
                                given.source()),
                        row ->
                                Map.entry(
                                        Objects.requireNonNull(row.get(0, UUID.class)),
                                        Objects.requireNonNull(row.get(1, Long.class))))
                .forEach(entry -> before.put(entry.getKey(), entry.getValue() - count));
        return before;
    }
}
